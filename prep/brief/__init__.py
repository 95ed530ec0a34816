"""Evidence to a brief: gather, rank, sections."""
