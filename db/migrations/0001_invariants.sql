-- What must always be true, kept by the database itself, so that no route, command, import or later bug can go around it.

-- A statement `insert into guard select <condition>` in a batch undoes the whole batch unless the condition is 1.
CREATE VIEW guard AS SELECT 1 AS holds;
--> statement-breakpoint
CREATE TRIGGER guard_holds INSTEAD OF INSERT ON guard WHEN NEW.holds IS NOT 1
BEGIN SELECT RAISE(ABORT, 'guard'); END;
--> statement-breakpoint

-- Revisions are immutable, numbered without gaps, and move the head of their segment.
CREATE TRIGGER revisions_follow BEFORE INSERT ON revisions
WHEN NEW.number IS NOT (SELECT head + 1 FROM segments WHERE id = NEW.segment_id)
BEGIN SELECT RAISE(ABORT, 'revision: not the next one'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_of_approved BEFORE INSERT ON revisions
WHEN (SELECT state FROM segments WHERE id = NEW.segment_id) = 'approved'
BEGIN SELECT RAISE(ABORT, 'revision: the segment is approved'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_move_head AFTER INSERT ON revisions
BEGIN UPDATE segments SET head = NEW.number, state = 'draft' WHERE id = NEW.segment_id; END;
--> statement-breakpoint
CREATE TRIGGER revisions_immutable BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'revision: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_kept BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'revision: kept'); END;
--> statement-breakpoint

-- A segment begins untranslated; its head is its newest revision; its source never changes.
CREATE TRIGGER segments_begin BEFORE INSERT ON segments WHEN NEW.state <> 'initial' OR NEW.head <> 0 OR NEW.stale <> 0
BEGIN SELECT RAISE(ABORT, 'segment: begins untranslated'); END;
--> statement-breakpoint
CREATE TRIGGER segments_head BEFORE UPDATE OF head ON segments
WHEN NEW.head IS NOT (SELECT coalesce(max(number), 0) FROM revisions WHERE segment_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'segment: the head is the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER segments_source BEFORE UPDATE ON segments
WHEN NEW.id IS NOT OLD.id OR NEW.document_id IS NOT OLD.document_id OR NEW.position IS NOT OLD.position
  OR NEW.paragraph IS NOT OLD.paragraph OR NEW.kind IS NOT OLD.kind OR NEW.source IS NOT OLD.source OR NEW.codes IS NOT OLD.codes OR NEW.searched IS NOT OLD.searched
BEGIN SELECT RAISE(ABORT, 'segment: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER segments_kept BEFORE DELETE ON segments WHEN OLD.head > 0
BEGIN SELECT RAISE(ABORT, 'segment: kept'); END;
--> statement-breakpoint

-- Handed over or approved only with a text; stale only while approved; approved only under a standing approval of the head.
CREATE TRIGGER segments_text BEFORE UPDATE OF state ON segments
WHEN NEW.state IN ('translated', 'approved')
  AND coalesce(trim((SELECT target FROM revisions WHERE segment_id = NEW.id AND number = NEW.head), char(9, 10, 13, 32, 160, 8239)), '') = ''
BEGIN SELECT RAISE(ABORT, 'segment: nothing is written'); END;
--> statement-breakpoint
CREATE TRIGGER segments_stale BEFORE UPDATE ON segments WHEN NEW.stale <> 0 AND NEW.state <> 'approved'
BEGIN SELECT RAISE(ABORT, 'segment: only an approved one is stale'); END;
--> statement-breakpoint
CREATE TRIGGER segments_approved BEFORE UPDATE ON segments
WHEN NEW.state = 'approved' AND NOT EXISTS (
  SELECT 1 FROM approvals WHERE segment_id = NEW.id AND revision = NEW.head AND withdrawn_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'segment: approved without an approval'); END;
--> statement-breakpoint
CREATE TRIGGER segments_unapproved BEFORE UPDATE ON segments
WHEN NEW.state <> 'approved' AND EXISTS (SELECT 1 FROM approvals WHERE segment_id = NEW.id AND withdrawn_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'segment: its approval stands'); END;
--> statement-breakpoint

-- An approval signs the head of a segment handed over, under the glossary in force, with a balanced ledger, by somebody
-- who wrote neither this text nor any since the last approval.
CREATE TRIGGER approvals_head BEFORE INSERT ON approvals
WHEN NEW.revision IS NOT (SELECT head FROM segments WHERE id = NEW.segment_id)
BEGIN SELECT RAISE(ABORT, 'approval: not the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_handed_over BEFORE INSERT ON approvals
WHEN (SELECT state FROM segments WHERE id = NEW.segment_id) IS NOT 'translated' OR NEW.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'approval: not handed over'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_version BEFORE INSERT ON approvals
WHEN NEW.glossary_version IS NOT (SELECT max(id) FROM glossary_versions)
BEGIN SELECT RAISE(ABORT, 'approval: not the glossary in force'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_balanced BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM ledgers
  WHERE segment_id = NEW.segment_id AND revision = NEW.revision AND glossary_version = NEW.glossary_version AND balanced = 1
    AND NOT EXISTS (SELECT 1 FROM occurrences WHERE ledger_id = ledgers.id AND outcome = 'missing')
    AND NOT EXISTS (SELECT 1 FROM misuses WHERE ledger_id = ledgers.id AND status = 'forbidden'))
BEGIN SELECT RAISE(ABORT, 'approval: the ledger does not balance'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_four_eyes BEFORE INSERT ON approvals
WHEN EXISTS (
  SELECT 1 FROM revisions
  WHERE segment_id = NEW.segment_id AND author = NEW.by
    AND (number = NEW.revision
      OR number > (SELECT coalesce(max(revision), 0) FROM approvals WHERE segment_id = NEW.segment_id)))
BEGIN SELECT RAISE(ABORT, 'approval: by an author'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_sign AFTER INSERT ON approvals
BEGIN UPDATE segments SET state = 'approved' WHERE id = NEW.segment_id; END;
--> statement-breakpoint
CREATE TRIGGER approvals_immutable BEFORE UPDATE ON approvals
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by IS NULL
  OR NEW.id <> OLD.id OR NEW.segment_id <> OLD.segment_id OR NEW.revision <> OLD.revision
  OR NEW.glossary_version <> OLD.glossary_version OR NEW.by <> OLD.by OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'approval: only withdrawn, once'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_withdraw AFTER UPDATE ON approvals
BEGIN UPDATE segments SET state = 'translated', stale = 0 WHERE id = NEW.segment_id; END;
--> statement-breakpoint
CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approval: kept'); END;
--> statement-breakpoint

-- A ledger is the verdict on one revision: what somebody signed under may not change afterwards.
CREATE TRIGGER ledgers_revision BEFORE INSERT ON ledgers
WHEN NOT EXISTS (SELECT 1 FROM revisions WHERE segment_id = NEW.segment_id AND number = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'ledger: of no revision'); END;
--> statement-breakpoint
CREATE TRIGGER ledgers_immutable BEFORE UPDATE ON ledgers
BEGIN SELECT RAISE(ABORT, 'ledger: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER ledgers_kept BEFORE DELETE ON ledgers
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
CREATE TRIGGER occurrences_signed BEFORE INSERT ON occurrences
WHEN EXISTS (SELECT 1 FROM ledgers JOIN approvals USING (segment_id, revision, glossary_version) WHERE ledgers.id = NEW.ledger_id)
BEGIN SELECT RAISE(ABORT, 'ledger: signed'); END;
--> statement-breakpoint
CREATE TRIGGER occurrences_immutable BEFORE UPDATE ON occurrences
BEGIN SELECT RAISE(ABORT, 'ledger: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER occurrences_kept BEFORE DELETE ON occurrences
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
CREATE TRIGGER misuses_signed BEFORE INSERT ON misuses
WHEN EXISTS (SELECT 1 FROM ledgers JOIN approvals USING (segment_id, revision, glossary_version) WHERE ledgers.id = NEW.ledger_id)
BEGIN SELECT RAISE(ABORT, 'ledger: signed'); END;
--> statement-breakpoint
CREATE TRIGGER misuses_immutable BEFORE UPDATE ON misuses
BEGIN SELECT RAISE(ABORT, 'ledger: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER misuses_kept BEFORE DELETE ON misuses
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint

-- The audit is append-only.
CREATE TRIGGER events_immutable BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'event: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER events_kept BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'event: kept'); END;
--> statement-breakpoint

-- What has gone stale stays so until it is judged clean.
CREATE TRIGGER segments_fresh BEFORE UPDATE OF stale ON segments
WHEN OLD.stale <> 0 AND NEW.stale = 0 AND NEW.state = 'approved' AND NOT EXISTS (
  SELECT 1 FROM ledgers WHERE segment_id = NEW.id AND revision = NEW.head AND balanced = 1
    AND glossary_version = (SELECT max(id) FROM glossary_versions))
BEGIN SELECT RAISE(ABORT, 'segment: still stale'); END;
--> statement-breakpoint

-- `INSERT OR REPLACE` deletes the row it replaces without asking the triggers on deletion.
CREATE TRIGGER events_once BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE sequence = NEW.sequence OR operation_id = NEW.operation_id)
BEGIN SELECT RAISE(ABORT, 'event: kept'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_once BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE operation_id = NEW.operation_id)
BEGIN SELECT RAISE(ABORT, 'revision: kept'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_once BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'approval: kept'); END;
--> statement-breakpoint
CREATE TRIGGER ledgers_kept_once BEFORE INSERT ON ledgers
WHEN EXISTS (SELECT 1 FROM ledgers WHERE id = NEW.id
  OR (segment_id = NEW.segment_id AND revision = NEW.revision AND glossary_version = NEW.glossary_version))
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
CREATE TRIGGER occurrences_once BEFORE INSERT ON occurrences
WHEN EXISTS (SELECT 1 FROM occurrences WHERE ledger_id = NEW.ledger_id AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
CREATE TRIGGER misuses_once BEFORE INSERT ON misuses
WHEN EXISTS (SELECT 1 FROM misuses WHERE ledger_id = NEW.ledger_id AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
CREATE TRIGGER segments_once BEFORE INSERT ON segments
WHEN EXISTS (SELECT 1 FROM segments WHERE id = NEW.id OR (document_id = NEW.document_id AND position = NEW.position))
BEGIN SELECT RAISE(ABORT, 'segment: kept'); END;
--> statement-breakpoint

-- Documents, rejections and glossary versions are what they were when somebody relied on them.
CREATE TRIGGER documents_immutable BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'document: kept'); END;
--> statement-breakpoint
CREATE TRIGGER rejections_immutable BEFORE UPDATE ON rejections
BEGIN SELECT RAISE(ABORT, 'rejection: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER rejections_kept BEFORE DELETE ON rejections
BEGIN SELECT RAISE(ABORT, 'rejection: kept'); END;
--> statement-breakpoint
CREATE TRIGGER glossary_versions_newest BEFORE INSERT ON glossary_versions
WHEN NEW.id > 0 AND NEW.id <= (SELECT max(id) FROM glossary_versions)
BEGIN SELECT RAISE(ABORT, 'glossary version: kept'); END;
--> statement-breakpoint
CREATE TRIGGER glossary_versions_immutable BEFORE UPDATE ON glossary_versions
BEGIN SELECT RAISE(ABORT, 'glossary version: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER glossary_versions_kept BEFORE DELETE ON glossary_versions
BEGIN SELECT RAISE(ABORT, 'glossary version: kept'); END;
