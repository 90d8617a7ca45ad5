"""Opening the dataset: SQLite in the user's data folder by default, PostgreSQL by URL; migrated to the newest form."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from platformdirs import user_data_path
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from schemas.errors import CermatError, ErrorCode, InputError
from schemas.finding import Message

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def default_url() -> str:
    """The SQLite file in the user's data folder (made when it is first opened)."""
    return f"sqlite:///{user_data_path('cermat', appauthor=False) / 'cermat.db'}"


def open_store(url: str | None = None) -> Engine:
    """An engine on a store that exists and has the newest tables.

    ``url`` is an SQLAlchemy URL, or the path of an SQLite file. Raises CermatError when it cannot be opened.
    """
    text = url or default_url()
    if "://" not in text:
        text = f"sqlite:///{Path(text).expanduser()}"
    text = text.replace("postgresql://", "postgresql+psycopg://", 1).replace("postgres://", "postgresql+psycopg://", 1)
    try:
        parsed = make_url(text)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _pragmas)
        migrate(engine)
    except (ArgumentError, SQLAlchemyError, OSError, ImportError) as error:
        raise CermatError(_unusable(text, error)) from error
    return engine


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest form; nothing happens when they have it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        if (
            engine.dialect.name == "sqlite"
        ):  # one of two starters waits for the other; a migration is whole or not there
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _pragmas(connection: object, _: object) -> None:
    """Readers beside the one writer (WAL), a commit that survives the death of the process, enforced references."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _unusable(url: str, error: Exception) -> InputError:
    hidden = make_url(url).render_as_string(hide_password=True) if "://" in url and "@" in url else url
    reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return InputError(
        path=hidden,
        code=ErrorCode.UNREADABLE,
        message=Message(
            id=f"Penyimpanan tidak dapat dibuka ({reason}). Periksa alamat --store dan izinnya.",
            en=f"The store cannot be opened ({reason}). Check the address given to --store and its permissions.",
        ),
    )
