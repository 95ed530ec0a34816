"""Who is who: namings, the ladder, bearings, presence."""
