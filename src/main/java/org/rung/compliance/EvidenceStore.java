package org.rung.compliance;

import static org.rung.db.Tables.CONSENT_EVIDENCE;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.ConsentEvidenceRecord;
import org.rung.media.FileType;
import org.rung.media.Papers;
import org.springframework.stereotype.Repository;

/** Only inserts and reads, as the ledger it belongs to. */
@Repository
class EvidenceStore {
    private final DSLContext db;

    EvidenceStore(DSLContext db) {
        this.db = db;
    }

    void add(OrganizationId organization, Evidence evidence) {
        db.insertInto(CONSENT_EVIDENCE)
                .set(CONSENT_EVIDENCE.EVIDENCE_ID, evidence.evidenceId())
                .set(CONSENT_EVIDENCE.ORGANIZATION_ID, organization)
                .set(CONSENT_EVIDENCE.CONSENT_ID, evidence.consent())
                .set(CONSENT_EVIDENCE.HOW, evidence.how())
                .set(CONSENT_EVIDENCE.NAME, evidence.name())
                .set(
                        CONSENT_EVIDENCE.TYPE,
                        evidence.file().map(file -> file.type().name()).orElse(null))
                .set(
                        CONSENT_EVIDENCE.SIZE,
                        evidence.file().map(Papers.Kept::size).orElse(0))
                .set(
                        CONSENT_EVIDENCE.DIGEST,
                        evidence.file().map(Papers.Kept::digest).orElse(null))
                .set(
                        CONSENT_EVIDENCE.BLOB_NAME,
                        evidence.file().map(Papers.Kept::blobName).orElse(null))
                .set(CONSENT_EVIDENCE.MEMBER_ID, evidence.member().orElse(null))
                .set(CONSENT_EVIDENCE.CREATED_AT, evidence.createdAt())
                .execute();
    }

    Optional<Evidence> find(OrganizationId organization, EvidenceId id) {
        return db.selectFrom(CONSENT_EVIDENCE)
                .where(CONSENT_EVIDENCE.EVIDENCE_ID.eq(id), CONSENT_EVIDENCE.ORGANIZATION_ID.eq(organization))
                .fetchOptional(EvidenceStore::evidence);
    }

    List<Evidence> behind(OrganizationId organization, Collection<Long> lines) {
        return lines.isEmpty()
                ? List.of()
                : db.selectFrom(CONSENT_EVIDENCE)
                        .where(CONSENT_EVIDENCE.CONSENT_ID.in(lines), CONSENT_EVIDENCE.ORGANIZATION_ID.eq(organization))
                        .fetch(EvidenceStore::evidence);
    }

    private static Evidence evidence(ConsentEvidenceRecord row) {
        return new Evidence(
                row.getEvidenceId(),
                row.getConsentId(),
                row.getHow(),
                row.getName(),
                Optional.ofNullable(row.getBlobName())
                        .map(blob ->
                                new Papers.Kept(blob, FileType.valueOf(row.getType()), row.getSize(), row.getDigest())),
                Optional.ofNullable(row.getMemberId()),
                row.getCreatedAt());
    }
}
