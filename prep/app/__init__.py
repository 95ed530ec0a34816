"""Use cases: joins the crafts, decides nothing."""
