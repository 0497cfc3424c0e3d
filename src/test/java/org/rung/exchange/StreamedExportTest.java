package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.filters.SupporterFilter;
import org.rung.people.Drafts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.springframework.beans.factory.annotation.Autowired;

/** The first rows of an export are with their reader while the last are not read yet, and whom it is about is kept. */
@RungTest
class StreamedExportTest {
    private static final int MORE_THAN_A_PAGE = 2_300;
    private static final int LONGER_THAN_A_LINE = 2_000;

    @Autowired
    Exports exports;

    @Autowired
    BulkWork work;

    @Autowired
    Supporters supporters;

    @Autowired
    DSLContext db;

    Actor.Member ora;
    List<SupporterId> people;

    @BeforeEach
    void more_people_than_a_page_has() {
        ora = NewOrganization.with(db).member(Role.ORGANIZER);
        var drafts = new ArrayList<SupporterDraft>();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++)
            drafts.add(Drafts.full("Person", "No" + i, "", "", "", Set.of(), Map.of(), Phones.fresh()));
        people = supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
    }

    @Test
    void everyone_leaves_page_by_page() {
        var out = new Reader();
        exports.supporters(ora, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .as("the last one was erased while the first ones were read")
                .hasSize(MORE_THAN_A_PAGE);
    }

    @Test
    void some_people_leave_page_by_page_and_can_be_fetched_again() {
        var job = work.start(ora, BulkWish.export(SupporterFilter.EVERYONE, Set.of()));
        var out = new Reader();
        work.write(ora, job, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(MORE_THAN_A_PAGE);
        supporters.upsert(ora, List.of(Drafts.of("Late", "", Phones.fresh())), Optional.empty());
        var again = new ByteArrayOutputStream();
        work.write(ora, job, again);
        assertThat(again.toString(StandardCharsets.UTF_8))
                .as("whom it is about is kept in the database, not in this house")
                .isEqualTo(out.toString(StandardCharsets.UTF_8));
    }

    /** Erases the last person as soon as anything has come. */
    private class Reader extends ByteArrayOutputStream {
        private boolean begun;

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            // The first line comes before anyone is read.
            if (!begun && length > LONGER_THAN_A_LINE) {
                begun = true;
                supporters.erase(ora, people.getLast());
            }
            super.write(bytes, from, length);
        }
    }
}
