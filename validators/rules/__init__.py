"""All rules, one file each: ``<group>/<CODE>_<slug>.py``. A file added here is found without registering it."""
