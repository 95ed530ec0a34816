"""Interviews: the question bank, stories and their matching, sheets, practice and review."""

from prep.interview.bank import Bank, BankFile, build
from prep.interview.material import Material
from prep.interview.sheet import RoleText, SheetSettings, sheet

__all__ = ["Bank", "BankFile", "Material", "RoleText", "SheetSettings", "build", "sheet"]
