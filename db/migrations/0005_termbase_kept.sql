-- A verdict may outlive the glossary version it was made under: where nothing a change is about stands in a segment's texts,
-- the new version confirms it.
UPDATE segments SET judged_by = (SELECT glossary_version FROM ledgers WHERE id = segments.ledger_id);
--> statement-breakpoint
DROP TRIGGER ledgers_newest;
--> statement-breakpoint
CREATE TRIGGER ledgers_newest AFTER INSERT ON ledgers
BEGIN
  UPDATE segments SET ledger_id = NEW.id, judged_by = NEW.glossary_version WHERE id = NEW.segment_id AND head = NEW.revision;
END;
--> statement-breakpoint
CREATE TRIGGER segments_judged_by BEFORE UPDATE OF judged_by ON segments
WHEN NEW.judged_by < OLD.judged_by OR NEW.judged_by > (SELECT max(id) FROM glossary_versions)
BEGIN SELECT RAISE(ABORT, 'segment: judged by another glossary'); END;
--> statement-breakpoint
DROP TRIGGER approvals_balanced;
--> statement-breakpoint
CREATE TRIGGER approvals_balanced BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM ledgers JOIN segments ON segments.id = ledgers.segment_id
  WHERE ledgers.id = NEW.ledger_id AND segments.ledger_id = ledgers.id AND segments.id = NEW.segment_id
    AND ledgers.revision = segments.head AND segments.judged_by = (SELECT max(id) FROM glossary_versions) AND balanced = 1
    AND NOT EXISTS (SELECT 1 FROM occurrences WHERE ledger_id = ledgers.id AND outcome IN ('missing', 'unexpanded'))
    AND NOT EXISTS (SELECT 1 FROM misuses WHERE ledger_id = ledgers.id AND status = 'forbidden'))
BEGIN SELECT RAISE(ABORT, 'approval: the ledger does not balance'); END;
--> statement-breakpoint
DROP TRIGGER segments_fresh;
--> statement-breakpoint
CREATE TRIGGER segments_fresh BEFORE UPDATE OF stale ON segments
WHEN OLD.stale <> 0 AND NEW.stale = 0 AND NEW.state = 'approved' AND NOT EXISTS (
  SELECT 1 FROM ledgers WHERE id = NEW.ledger_id AND revision = NEW.head AND balanced = 1
    AND NEW.judged_by = (SELECT max(id) FROM glossary_versions))
BEGIN SELECT RAISE(ABORT, 'segment: still stale'); END;
--> statement-breakpoint
-- The history of a concept is append-only, without gaps, each part of it of the version that brought it into force.
CREATE TRIGGER concept_revisions_follow BEFORE INSERT ON concept_revisions
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM concept_revisions WHERE concept_id = NEW.concept_id)
BEGIN SELECT RAISE(ABORT, 'concept: not the next revision'); END;
--> statement-breakpoint
CREATE TRIGGER concept_revisions_version BEFORE INSERT ON concept_revisions
WHEN NEW.glossary_version IS NOT (SELECT max(id) FROM glossary_versions)
BEGIN SELECT RAISE(ABORT, 'concept: not of the glossary in force'); END;
--> statement-breakpoint
CREATE TRIGGER concept_revisions_immutable BEFORE UPDATE ON concept_revisions
BEGIN SELECT RAISE(ABORT, 'concept: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER concept_revisions_kept BEFORE DELETE ON concept_revisions
BEGIN SELECT RAISE(ABORT, 'concept: kept'); END;
--> statement-breakpoint
CREATE TRIGGER proposals_open BEFORE INSERT ON proposals
WHEN NEW.accepted IS NOT NULL OR NEW.decided_by IS NOT NULL OR trim(NEW.source) = '' OR EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'proposal: begins undecided, with a term'); END;
--> statement-breakpoint
CREATE TRIGGER proposals_decided BEFORE UPDATE ON proposals
WHEN OLD.accepted IS NOT NULL OR NEW.accepted IS NULL OR NEW.decided_by IS NULL OR NEW.decided_at IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.project_id IS NOT OLD.project_id OR NEW.segment_id IS NOT OLD.segment_id
  OR NEW.source IS NOT OLD.source OR NEW.target IS NOT OLD.target OR NEW.note IS NOT OLD.note
  OR NEW.proposed_by IS NOT OLD.proposed_by OR NEW.proposed_at IS NOT OLD.proposed_at
BEGIN SELECT RAISE(ABORT, 'proposal: decided once'); END;
--> statement-breakpoint
CREATE TRIGGER proposals_kept BEFORE DELETE ON proposals
BEGIN SELECT RAISE(ABORT, 'proposal: kept'); END;
