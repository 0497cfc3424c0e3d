package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Phones;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.circle.PersonName;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.beans.factory.annotation.Autowired;

/** Those whom a texter knows come to them first, and nobody is told that they do. */
class KnownFirstTest extends TextingStory {

    @Autowired
    Contacts contacts;

    @Autowired
    Relationships relationships;

    @Autowired
    Members members;

    @Test
    void whom_i_know_from_my_own_phone_come_to_me_first_when_a_campaign_starts_and_strangers_to_others() {
        List<PhoneNumber> phones = numbers(120);
        List<SupporterId> everyone = people(drafts(phones));
        contacts.add(tess, PersonName.of("Last One"), phones.getLast().text());
        contacts.add(tess, PersonName.of("Nearly Last"), phones.get(118).text());

        CampaignId campaign = campaign(everyone);
        assignments.pull(tom, campaign);
        assignments.pull(tess, campaign);

        assertThat(phonesHeldBy(tom, campaign)).hasSize(50).doesNotContain(phones.getLast(), phones.get(118));
        assertThat(phonesHeldBy(tess, campaign)).hasSize(50).contains(phones.getLast(), phones.get(118));
    }

    @Test
    void an_organizers_hand_out_gives_them_to_me_first_too() {
        List<PhoneNumber> phones = numbers(30);
        List<SupporterId> everyone = people(drafts(phones));
        contacts.add(tom, PersonName.of("Last One"), phones.getLast().text());
        CampaignId campaign = campaign(everyone);

        assignments.handOut(ora, campaign, tess.memberId(), 10);
        assignments.handOut(ora, campaign, tom.memberId(), 1);

        assertThat(phonesHeldBy(tom, campaign)).containsExactly(phones.getLast());
    }

    @Test
    void whom_i_add_while_a_campaign_runs_come_to_me_first_as_well_and_not_any_more_once_i_forget_them() {
        List<PhoneNumber> phones = numbers(60);
        CampaignId campaign = campaign(people(drafts(phones)));
        contacts.add(tess, PersonName.of("Maya"), phones.getLast().text());
        contacts.add(tess, PersonName.of("Sam"), phones.get(58).text());
        Contact sam = contacts.mine(tess, "Sam", Page.Wanted.first(1)).rows().getFirst();

        contacts.forget(tess, sam.contactId());
        assignments.handOut(ora, campaign, tess.memberId(), 2);

        assertThat(phonesHeldBy(tess, campaign)).contains(phones.getLast()).doesNotContain(phones.get(58));
    }

    @Test
    void an_acquaintance_that_somebody_declares_while_a_campaign_runs_counts_at_once() {
        List<PhoneNumber> phones = numbers(20);
        List<SupporterId> everyone = people(drafts(phones));
        CampaignId campaign = campaign(everyone);

        relationships.know(ora, everyone.getLast(), RelationshipKind.FRIEND, 3, Visibility.SHARED);
        assignments.handOut(ora, campaign, ora.memberId(), 1);

        assertThat(phonesHeldBy(ora, campaign)).containsExactly(phones.getLast());
    }

    @Test
    void nobody_waits_for_a_texter_who_is_not_here_any_more() {
        List<PhoneNumber> phones = numbers(3);
        List<SupporterId> everyone = people(drafts(phones));
        Actor.Member theo = here.member(Role.TEXTER);
        contacts.add(theo, PersonName.of("Maya"), phones.getFirst().text());
        members.suspend(here.member(Role.ADMIN), theo.memberId());

        CampaignId campaign = campaign(everyone);
        assignments.handOut(ora, campaign, tess.memberId(), 1);

        assertThat(phonesHeldBy(tess, campaign)).containsExactly(phones.getFirst());
    }

    private static List<PhoneNumber> numbers(int count) {
        List<PhoneNumber> phones = new ArrayList<>();
        for (int i = 0; i < count; i++) phones.add(Phones.fresh());
        return phones;
    }

    private static List<SupporterDraft> drafts(List<PhoneNumber> phones) {
        return phones.stream()
                .map(phone -> SupporterDraft.of("Maya" + phone.text(), "Okafor", phone))
                .toList();
    }

    private List<PhoneNumber> phonesHeldBy(Actor.Member texter, CampaignId campaign) {
        return heldBy(texter, campaign).stream().map(one -> now(one).phone()).toList();
    }
}
