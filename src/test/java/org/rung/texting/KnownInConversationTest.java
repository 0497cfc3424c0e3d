package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.circle.KnownPeople;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** "I know this person", said in a conversation. */
class KnownInConversationTest extends TextingStory {
    @Autowired
    KnownPeople known;

    @Autowired
    Contacts contacts;

    @Autowired
    Relationships relationships;

    @Autowired
    ApplicationContext house;

    /** Said by Ora, since whom Tess has texted comes to Tess again anyway. */
    @Test
    void whom_one_says_to_know_comes_to_one_first_in_the_next_campaign_until_that_is_taken_back() {
        ConversationId conversation = heard();
        SupporterId friend = now(conversation).supporter();
        assertThat(known.knows(ora, conversation)).isFalse();

        known.say(ora, conversation);
        known.say(ora, conversation);

        assertThat(known.knows(ora, conversation)).isTrue();
        assertThat(firstOf(campaignWithManyBefore(friend))).isEqualTo(friend);
        known.takeBack(ora, conversation);
        assertThat(known.knows(ora, conversation)).isFalse();
        assertThat(firstOf(campaignWithManyBefore(friend))).isNotEqualTo(friend);
    }

    @Test
    void it_stays_between_the_texter_and_the_house_and_shows_them_no_number() {
        ConversationId conversation = heard();

        known.say(tess, conversation);

        assertThat(known.knows(tess, conversation)).isTrue();
        assertThat(contacts.count(tess)).isZero();
        assertThat(relationships.of(ora, now(conversation).supporter())).isEmpty();
    }

    @Test
    void who_may_see_numbers_has_them_among_their_people_and_the_look_is_written_down() {
        ConversationId conversation = heard();

        known.say(ora, conversation);

        assertThat(contacts.mine(ora, "", Page.Wanted.first(10)).rows())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.phone()).isEqualTo(now(conversation).phone()))
                .extracting(Contact::shared)
                .isEqualTo(false);
        assertThat(db.fetchSingle(
                                "select count(*) from audit_log where organization_id = ? and verb = 'number.revealed'",
                                here.organizationId().value())
                        .get(0, int.class))
                .isEqualTo(1);
        known.takeBack(ora, conversation);
        assertThat(contacts.count(ora)).isZero();
        assertThat(known.knows(ora, conversation)).isFalse();
    }

    @Test
    void what_someone_said_of_them_before_stays_as_they_said_it() {
        ConversationId conversation = heard();
        SupporterId who = now(conversation).supporter();
        relationships.know(ora, who, RelationshipKind.FAMILY, 5, Visibility.SHARED);

        known.say(ora, conversation);

        assertThat(relationships.of(ora, who)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(RelationshipKind.FAMILY);
            assertThat(one.visibility()).isEqualTo(Visibility.SHARED);
        });
    }

    @Test
    void nobody_knows_people_by_conversations_that_they_do_not_hold() {
        ConversationId conversation = heard();

        for (Actor.Member stranger : List.of(tom, NewOrganization.with(db).member(Role.ADMIN))) {
            assertThatThrownBy(() -> known.say(stranger, conversation)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> known.knows(stranger, conversation)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> known.takeBack(stranger, conversation)).isInstanceOf(Problem.Missing.class);
        }
    }

    @Test
    void the_conversation_shows_it_to_the_one_who_said_so() {
        ConversationId conversation = heard();
        var screens = new Screens(house, db);
        String path = "conversation/" + conversation.text();
        screens.as(tess, window -> assertThat(Screens.on(window, path)).doesNotContain("You know them"));

        known.say(tess, conversation);

        screens.as(tess, window -> assertThat(Screens.on(window, path)).contains("You know them"));
        screens.as(ora, window -> assertThat(Screens.on(window, path)).doesNotContain("You know them"));
    }

    private ConversationId heard() {
        ConversationId conversation = texted();
        hears(conversation, "Is that you, Tess?");
        return conversation;
    }

    /** They would be the last of it, if nobody knew them. */
    private CampaignId campaignWithManyBefore(SupporterId friend) {
        db.execute(
                "delete from messages where organization_id = ?",
                here.organizationId().value());
        return campaign(Stream.concat(people(20).stream(), Stream.of(friend)).toList());
    }

    private SupporterId firstOf(CampaignId campaign) {
        assignments.handOut(ora, campaign, ora.memberId(), 1);
        return now(heldBy(ora, campaign).getFirst()).supporter();
    }
}
