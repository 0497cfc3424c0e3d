package org.rung.exchange;

import org.rung.people.Upserted;

/** What became of the rows so far. */
public record ImportCounts(long created, long updated, long unchanged, long rejected) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    public long rows() {
        return created + updated + unchanged + rejected;
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                created + more.created, updated + more.updated, unchanged + more.unchanged, rejected + more.rejected);
    }

    ImportCounts plus(Upserted.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new ImportCounts(created + 1, updated, unchanged, rejected);
            case UPDATED -> new ImportCounts(created, updated + 1, unchanged, rejected);
            case UNCHANGED -> new ImportCounts(created, updated, unchanged + 1, rejected);
            case FULL -> new ImportCounts(created, updated, unchanged, rejected + 1);
        };
    }
}
