"""The common base of all models."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable, picklable value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
