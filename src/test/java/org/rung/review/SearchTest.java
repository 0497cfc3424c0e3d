package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.cast.NewOrganization;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.Direction;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;

class SearchTest extends ReviewStory {

    @Test
    void a_text_is_found_by_its_words_however_they_are_written_and_by_all_of_them() {
        ConversationId maya = talk("¿Cuándo es la REUNIÓN? I don't know the address");
        talk("No thanks");
        indexed();

        assertThat(saying("reunion")).singleElement().asString().contains("REUNIÓN");
        assertThat(saying("Reunión address")).hasSize(1);
        assertThat(saying("dont")).hasSize(1);
        assertThat(saying("reunion thanks")).isEmpty();
        assertThat(saying("thank")).as("whole words").isEmpty();
        assertThat(saying("\"the address\"")).hasSize(1);
        assertThat(saying("\"address the\"")).isEmpty();
        var row = reviews.search(ora, ReviewFilter.ALL.saying("reunion"), Page.Wanted.first(5))
                .rows()
                .getFirst();
        assertThat(row.about().orElseThrow().conversationId()).isEqualTo(maya);
        assertThat(row.about().orElseThrow().supporter()).isEqualTo("Maya0 O.");
        assertThat(row.direction()).isEqualTo(Direction.IN);
        assertThat(row.texter()).contains(tess.memberId());
    }

    @Test
    void nothing_of_another_organization_is_found_and_only_organizers_look() {
        talk("Xylophone");
        indexed();
        var stranger = NewOrganization.with(db).member(Role.ADMIN);

        assertThat(saying("xylophone")).hasSize(1);
        assertThat(found(stranger, ReviewFilter.ALL.saying("xylophone"))).isEmpty();
        assertThat(found(stranger, ReviewFilter.ALL)).isEmpty();
        for (Role role : List.of(Role.TEXTER, Role.COORDINATOR)) {
            assertThatThrownBy(() -> found(here.member(role), ReviewFilter.ALL)).isInstanceOf(Problem.Refused.class);
        }
        assertThat(found(here.member(Role.ADMIN), ReviewFilter.ALL.saying("xylophone")))
                .hasSize(1);
    }

    @Test
    void filters_hold_together_each_by_its_own_way() {
        CampaignId strike = campaign(2, EditPolicy.FLAGGED);
        ConversationId first = talk(strike, "maybe tomorrow");
        ConversationId second = talk(strike, "tomorrow is fine");
        ConversationId other = talk("tomorrow never");
        says(tess, first, "See you tomorrow then");
        outcomes.answer(tess, second, "come", "yes");
        supporters.tag(ora, Set.of(now(second).supporter()), "Driver");
        outcomes.done(tess, other);
        indexed();
        var all = ReviewFilter.ALL.saying("tomorrow");

        assertThat(found(all))
                .containsExactly("See you tomorrow then", "tomorrow never", "tomorrow is fine", "maybe tomorrow");
        assertThat(found(all.of(strike))).hasSize(3);
        assertThat(found(all.in(ConversationState.NEEDS_RESPONSE))).containsExactly("tomorrow is fine");
        assertThat(found(all.in(ConversationState.CLOSED))).containsExactly("tomorrow never");
        assertThat(found(all.tagged("Driver"))).containsExactly("tomorrow is fine");
        assertThat(found(all.tagged("Nobody"))).isEmpty();
        assertThat(found(all.of(strike).answered(new ReviewFilter.GivenAnswer("come", "yes"))))
                .containsExactly("tomorrow is fine");
        assertThat(found(all.of(strike).answered(new ReviewFilter.GivenAnswer("come", "sí"))))
                .isEmpty();
        assertThat(found(all.with(now(first).phone()))).containsExactly("See you tomorrow then", "maybe tomorrow");
        assertThat(found(all.by(tess.memberId()))).hasSize(4);
        assertThat(found(all.by(tom.memberId()))).isEmpty();
        assertThat(found(all.by(tess.memberId()).in(ConversationState.NEEDS_RESPONSE)))
                .containsExactly("tomorrow is fine");
        assertThat(found(new ReviewFilter(
                        "tomorrow",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Direction.OUT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false)))
                .containsExactly("See you tomorrow then");
        assertThat(found(ReviewFilter.ALL.of(strike))).hasSize(5);
        assertThatThrownBy(() -> all.answered(new ReviewFilter.GivenAnswer("come", "yes")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whoever_wrote_first_is_found_without_a_campaign_and_what_they_were_answered() {
        ConversationId campaigned = talk("mango from a campaign");
        var stranger = new org.rung.cast.Neighbor(house, here.organizationId(), org.rung.cast.Phones.fresh());
        stranger.texts("mango from nowhere");
        var filter = ReviewFilter.ALL.saying("mango").withoutCampaign();
        indexed();
        assertThat(found(filter)).containsExactly("mango from nowhere");
        var row = reviews.search(ora, filter, org.rung.common.Page.Wanted.first(5))
                .rows()
                .getFirst();
        assertThat(row.about().orElseThrow().campaign()).isEmpty();
        says(ora, row.about().orElseThrow().conversationId(), "What mango?");
        indexed();
        assertThat(found(filter)).containsExactly("What mango?", "mango from nowhere");
        assertThat(found(ReviewFilter.ALL.withoutCampaign())).hasSize(2);
        assertThat(found(ReviewFilter.ALL.withoutCampaign().in(ConversationState.NEEDS_RESPONSE)))
                .isEmpty();
        stranger.texts("A mango!");
        indexed();
        assertThat(found(filter.in(ConversationState.NEEDS_RESPONSE))).hasSize(3);
        assertThat(found(filter.with(now(campaigned).phone()))).isEmpty();
        assertThat(found(here(org.rung.common.Role.ADMIN), filter)).isEmpty();
        assertThatThrownBy(() -> filter.of(now(campaigned).campaign().orElseThrow()))
                .isInstanceOf(Problem.Invalid.class);
    }

    private org.rung.common.Actor here(org.rung.common.Role role) {
        return org.rung.cast.NewOrganization.with(db).member(role);
    }

    @Test
    void what_failed_is_found_by_its_code_as_long_as_it_is_so() {
        ConversationId conversation = talk("ok");
        var text = says(tess, conversation, "Here is the link");
        db.execute(
                "update messages set state = 'FAILED', error_code = '30007' where message_id = ?",
                text.messageId().value());
        indexed();

        assertThat(found(ReviewFilter.ALL.failed("30007"))).containsExactly("Here is the link");
        assertThat(found(ReviewFilter.ALL.failed(ReviewFilter.ANY_FAILURE))).hasSize(1);
        assertThat(found(ReviewFilter.ALL.failed("30003"))).isEmpty();
        db.execute(
                "update messages set state = 'DELIVERED', error_code = null where message_id = ?",
                text.messageId().value());
        assertThat(found(ReviewFilter.ALL.failed("30007"))).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_gap_or_a_double_while_new_texts_come_in() {
        ConversationId conversation = talk("apple 0");
        for (int i = 1; i < 23; i++) hears(conversation, "apple " + i);
        indexed();
        List<String> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            var page = reviews.search(ora, ReviewFilter.ALL.saying("apple"), new Page.Wanted(after, 5));
            page.rows().forEach(row -> all.add(row.words()));
            after = page.next();
            pages++;
            hears(conversation, "apple late " + pages);
            indexed();
        } while (after.isPresent() && pages < 20);

        List<String> expected = new ArrayList<>();
        for (int i = 22; i >= 0; i--) expected.add("apple " + i);
        assertThat(all).isEqualTo(expected);
    }

    @Test
    void a_text_that_was_stored_late_is_found_by_the_second_walk() {
        ConversationId conversation = talk("banana early");
        hears(conversation, "banana late");
        long late = db.fetchSingle("select message_id from messages where body = 'banana late' order by message_id desc"
                        + " limit 1")
                .get(0, long.class);
        // As if its transaction had ended only after the first walk had passed.
        long back = db.fetchSingle("select reached from review_walks where walk = 'SECOND'")
                .get(0, long.class);
        db.execute("update messages set purpose = 'TEST' where message_id = ?", late);
        indexer.round(0, Long.MAX_VALUE >> 2);
        db.execute("update messages set purpose = 'INBOUND' where message_id = ?", late);
        assertThat(saying("banana")).containsExactly("banana early");
        db.execute("update review_walks set reached = ? where walk = 'SECOND'", Math.min(back, late - 1));

        indexed();
        assertThat(saying("banana")).containsExactly("banana late", "banana early");
        indexed();
        assertThat(saying("banana")).hasSize(2);
    }

    @Test
    void whoever_may_not_see_numbers_cannot_ask_for_one() {
        ConversationId conversation = talk("hello");
        indexed();
        db.execute(
                "update members set roles = 'COORDINATOR,TEXTER' where member_id = ?",
                tom.memberId().value());
        assertThatThrownBy(() ->
                        found(tess, ReviewFilter.ALL.with(now(conversation).phone())))
                .isInstanceOf(Problem.Refused.class);
        assertThat(found(ReviewFilter.ALL.with(now(conversation).phone()))).hasSize(2);
    }
}
