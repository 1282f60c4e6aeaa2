-- A verdict is void once the day of its document is another, or a waiver is granted that it does not know of.
CREATE TRIGGER documents_day AFTER UPDATE OF date ON documents WHEN NEW.date IS NOT OLD.date
BEGIN UPDATE segments SET ledger_id = NULL WHERE document_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER waivers_granted AFTER UPDATE OF granted ON waivers WHEN NEW.granted = 1
BEGIN UPDATE segments SET ledger_id = NULL WHERE id = NEW.segment_id AND head = NEW.revision; END;
--> statement-breakpoint
-- An approval holds as long as the newest verdict bears it out.
DROP TRIGGER ledgers_newest;
--> statement-breakpoint
CREATE TRIGGER ledgers_newest AFTER INSERT ON ledgers
BEGIN
  UPDATE segments SET ledger_id = NEW.id, judged_by = NEW.glossary_version,
    stale = CASE WHEN state = 'approved' THEN NOT NEW.balanced ELSE 0 END
  WHERE id = NEW.segment_id AND head = NEW.revision;
END;
--> statement-breakpoint
-- A withdrawal changes nothing of what was signed.
DROP TRIGGER approvals_immutable;
--> statement-breakpoint
CREATE TRIGGER approvals_immutable BEFORE UPDATE ON approvals
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.segment_id IS NOT OLD.segment_id OR NEW.revision IS NOT OLD.revision
  OR NEW.glossary_version IS NOT OLD.glossary_version OR NEW.ledger_id IS NOT OLD.ledger_id OR NEW.by IS NOT OLD.by
  OR NEW.at IS NOT OLD.at
BEGIN SELECT RAISE(ABORT, 'approval: only withdrawn, once'); END;
