package org.rung.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Role;
import org.rung.database.BulkInsert;

/** Conversations of five texts each in words as often as in a language: the hundredth is a hundredth as frequent as the first. */
class InventedTexts {
    private static final int VOCABULARY = 20_000;
    private static final int EACH = 5;
    private static final int AT_ONCE = 20_000;
    private static final String AT = BulkInsert.literal(Instant.parse("2026-10-12T12:00:00Z"));

    private final DSLContext database;
    private final long organization;
    private final int phones;
    private final Random dice = ReviewBench.dice();
    private final List<CampaignId> campaigns = new ArrayList<>();
    private final List<MemberId> texters = new ArrayList<>();
    private final double[] weights = new double[VOCABULARY];

    InventedTexts(DSLContext database, NewOrganization here, int campaigns, int phones) {
        this.database = database;
        this.organization = here.organizationId().value();
        this.phones = phones;
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) weights[i] = sum += 1.0 / (i + 1);
        for (int i = 0; i < campaigns; i++) {
            this.campaigns.add(new CampaignId(Id.next()));
            texters.add(here.member(Role.TEXTER).memberId());
            database.execute(
                    "insert into campaigns (campaign_id, organization_id, name, state, texting_from, texting_until,"
                            + " first_batch, reply_batch, created_at) values (?, ?, 'Bench', 'RUNNING', '09:00:00',"
                            + " '20:30:00', 50, 25, '2026-10-12 12:00:00')",
                    this.campaigns.get(i).value(),
                    organization);
        }
    }

    List<CampaignId> campaigns() {
        return campaigns;
    }

    List<MemberId> texters() {
        return texters;
    }

    /** The word that is the so-manieth in frequency. */
    String word(int rank) {
        return "w" + Integer.toString(rank * 7 + 1_000, 36) + "o";
    }

    String phone(int person) {
        return "+1" + (2_000_000_000L + phones + person);
    }

    void make(int texts) {
        long tags = Id.next();
        long seldom = Id.next();
        database.execute(
                "insert into tags (tag_id, organization_id, name, created_at) values (?, ?, 'Often', utc_timestamp(6)),"
                        + " (?, ?, 'Seldom', utc_timestamp(6))",
                tags,
                organization,
                seldom,
                organization);
        for (int done = 0; done < texts / EACH; done += AT_ONCE / EACH) {
            int from = done;
            int to = Math.min(texts / EACH, done + AT_ONCE / EACH);
            database.transaction(inside -> some(inside.dsl(), from, to, tags, seldom));
        }
    }

    private record Person(long id, int number) {}

    private record Said(long id, Person person, int which) {}

    private void some(DSLContext db, int from, int to, long often, long seldom) {
        List<Person> people = new ArrayList<>();
        for (int i = from; i < to; i++) people.add(new Person(Id.next(), i));
        List<Said> said = new ArrayList<>();
        for (int which = 0; which < EACH; which++) {
            for (Person person : people) said.add(new Said(Id.next(), person, which));
        }
        BulkInsert.all(
                db,
                "insert into supporters (supporter_id, organization_id, first_name, last_name, created_at, updated_at) values ",
                people,
                (cells, one) -> cells.number(one.id())
                        .number(organization)
                        .words("Maya")
                        .words("Okafor")
                        .same(AT)
                        .same(AT));
        BulkInsert.all(
                db,
                "insert into supporter_tags (supporter_id, tag_id, organization_id, added_at) values ",
                people.stream().filter(one -> one.number() % 10 == 0).toList(),
                (cells, one) -> cells.number(one.id())
                        .number(one.number() % 5_000 == 0 ? seldom : often)
                        .number(organization)
                        .same(AT));
        BulkInsert.all(
                db,
                "insert into threads (thread_id, organization_id, phone, created_at) values ",
                people,
                (cells, one) -> cells.number(one.id())
                        .number(organization)
                        .words(phone(one.number()))
                        .same(AT));
        BulkInsert.all(
                db,
                "insert into conversations (conversation_id, organization_id, campaign_id, supporter_id, phone, state,"
                        + " closed_reason, member_id, waiting_since_at, created_at) values ",
                people,
                (cells, one) -> cells.number(one.id())
                        .number(organization)
                        .number(campaign(one).value())
                        .number(one.id())
                        .words(phone(one.number()))
                        .words(
                                one.number() % 50 == 0
                                        ? "NEEDS_RESPONSE"
                                        : one.number() % 3 == 0 ? "CLOSED" : "AWAITING_REPLY")
                        .words(one.number() % 50 != 0 && one.number() % 3 == 0 ? "DONE" : null)
                        .number(texter(one).value())
                        .same(one.number() % 50 == 0 ? AT : "null")
                        .same(AT));
        BulkInsert.all(
                db,
                "insert into answers (answer_id, organization_id, conversation_id, supporter_id, campaign_id, question_key,"
                        + " answer_key, answered_at) values ",
                people.stream().filter(one -> one.number() % 4 == 0).toList(),
                (cells, one) -> cells.number(one.id())
                        .number(organization)
                        .number(one.id())
                        .number(one.id())
                        .number(campaign(one).value())
                        .words("come")
                        .words(one.number() % 8 == 0 ? "yes" : "no")
                        .same(AT));
        BulkInsert.all(
                db,
                "insert into messages (message_id, organization_id, thread_id, phone, direction, purpose, state, body, topic_id,"
                        + " member_id, error_code, happened_at, created_at) values ",
                said,
                (cells, text) -> {
                    boolean out = text.which() % 2 == 0;
                    boolean failed = out && text.person().number() % 200 == 0;
                    cells.number(text.id())
                            .number(organization)
                            .number(text.person().id())
                            .words(phone(text.person().number()))
                            .words(out ? "OUT" : "IN")
                            .words(out ? text.which() == 0 ? "FIRST_TEXT" : "REPLY" : "INBOUND")
                            .words(failed ? "FAILED" : out ? "DELIVERED" : "RECEIVED")
                            .words(body(text))
                            .number(text.person().id())
                            .number(out ? texter(text.person()).value() : null)
                            .words(failed ? "30007" : null)
                            .same(AT)
                            .same(AT);
                });
    }

    private CampaignId campaign(Person person) {
        return campaigns.get(person.number() % campaigns.size());
    }

    private MemberId texter(Person person) {
        return texters.get(person.number() / 3 % texters.size());
    }

    private String body(Said text) {
        StringBuilder body = new StringBuilder(text.person().number() % 2 == 0 ? "evenly" : "oddly");
        int words = 6 + dice.nextInt(14);
        for (int i = 0; i < words; i++) body.append(' ').append(word(ranked()));
        return body.toString();
    }

    private int ranked() {
        double thrown = dice.nextDouble() * weights[VOCABULARY - 1];
        int at = java.util.Arrays.binarySearch(weights, thrown);
        return Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at);
    }
}
