"""Checking: rules over one filing, and the report people can act on. Pure: no model, no network, no file format."""

from drafter.checking.emit import Agrees, Argument, Emission, Hit, Lacking, NotApplicable, Ref, Unsure
from drafter.checking.engine import check_documents, check_filing, document_report
from drafter.checking.ledger import Ledger
from drafter.checking.report import FilingReport, Finding, Report
from drafter.checking.rule import Rule, rule
from drafter.checking.selection import all_rules, find_rule, select_rules

__all__ = [
    "Agrees", "Argument", "Emission", "FilingReport", "Finding", "Hit", "Lacking", "Ledger", "NotApplicable", "Ref",
    "Report", "Rule", "Unsure", "all_rules", "check_documents", "check_filing", "document_report", "find_rule", "rule",
    "select_rules",
]  # fmt: skip
