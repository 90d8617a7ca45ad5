"""From a document, or an archive of them, to findings."""
