"""Checks between documents: the same agency over years, one year's plans against its report, copies, versions."""
