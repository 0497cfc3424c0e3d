package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.MemberJoined;
import org.rung.actions.ActionType;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.SupporterFilter;
import org.rung.scripts.Scripted;
import org.rung.scripts.Scripts;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@RungTest
class CampaignsTest {
    static final CampaignDraft TURNOUT = new CampaignDraft(
            "Turnout",
            Optional.empty(),
            Optional.empty(),
            Optional.of(ActionType.ATTENDED),
            LocalTime.of(9, 0),
            LocalTime.of(20, 30),
            50,
            25,
            60,
            true);

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    CannedReplies replies;

    @Autowired
    Scripts scripts;

    @Autowired
    Turfs turfs;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organizer() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void what_the_form_made_is_stored_and_may_change_while_it_is_a_draft() {
        var id = campaigns.make(ora, TURNOUT);
        assertThat(CampaignDraft.of(campaigns.get(ora, id))).isEqualTo(TURNOUT);
        assertThat(campaigns.get(ora, id).state()).isEqualTo(CampaignState.DRAFT);

        var turf = turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE);
        var script = scripts.write(ora, "Turnout", Scripted.good());
        var changed = TURNOUT.withName("Strike")
                .withTurf(Optional.of(turf))
                .withScript(Optional.of(script))
                .withGoal(Optional.empty())
                .withHours(LocalTime.of(10, 30), LocalTime.of(19, 0))
                .withBatches(10, 5, 90)
                .withSelfServe(false);
        campaigns.change(ora, id, changed);
        assertThat(CampaignDraft.of(campaigns.get(ora, id))).isEqualTo(changed);
    }

    @Test
    void the_list_has_pages_newest_first() {
        var made = new ArrayList<CampaignId>();
        for (int i = 0; i < 5; i++) made.addFirst(campaigns.make(ora, TURNOUT.withName("Campaign " + i)));
        var seen = new ArrayList<CampaignId>();
        Optional<String> next = Optional.empty();
        do {
            var page = campaigns.page(ora, new Page.Wanted(next, 2));
            page.rows().forEach(campaign -> seen.add(campaign.campaignId()));
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).isEqualTo(made);
    }

    @Test
    void a_draft_outside_the_law_is_no_draft() {
        assertThatThrownBy(() -> TURNOUT.withHours(LocalTime.of(7, 59), LocalTime.of(20, 0)))
                .hasMessageContaining("8:00");
        assertThatThrownBy(() -> TURNOUT.withHours(LocalTime.of(9, 0), LocalTime.of(21, 1)))
                .hasMessageContaining("21:00");
        assertThatThrownBy(() -> TURNOUT.withHours(LocalTime.of(12, 0), LocalTime.of(12, 0)))
                .hasMessageContaining("before");
        assertThatThrownBy(() -> TURNOUT.withName("  ")).hasMessageContaining("name");
        assertThatThrownBy(() -> TURNOUT.withBatches(0, 25, 60)).hasMessageContaining("firstBatch");
    }

    @Test
    void only_those_who_may_text_here_can_be_texters() {
        var id = campaigns.make(ora, TURNOUT);
        var tess = here.member(Role.TEXTER);
        var cory = here.member(Role.COORDINATOR);
        var stranger = NewOrganization.with(db).member(Role.TEXTER);

        campaignTexters.add(ora, id, List.of(tess.memberId(), tess.memberId(), ora.memberId()));
        campaignTexters.add(ora, id, List.of(tess.memberId()));
        assertThat(campaignTexters.of(ora.organization(), id))
                .containsExactlyInAnyOrder(tess.memberId(), ora.memberId());
        assertThatThrownBy(() -> campaignTexters.add(ora, id, List.of(cory.memberId())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> campaignTexters.add(ora, id, List.of(stranger.memberId())))
                .isInstanceOf(Problem.Invalid.class);

        campaignTexters.remove(ora, id, ora.memberId());
        assertThat(campaignTexters.of(ora.organization(), id)).containsExactly(tess.memberId());
    }

    @Test
    void who_takes_an_invitation_to_a_campaign_is_one_of_its_texters() {
        var id = campaigns.make(ora, TURNOUT);
        var far = NewOrganization.with(db);
        var elsewhere = campaigns.make(far.member(Role.ORGANIZER), TURNOUT);
        var tess = here.member(Role.TEXTER);

        announce.publishEvent(new MemberJoined(here.organizationId(), tess.memberId(), Optional.of(id.value())));
        announce.publishEvent(new MemberJoined(here.organizationId(), tess.memberId(), Optional.of(id.value())));
        announce.publishEvent(new MemberJoined(here.organizationId(), tess.memberId(), Optional.of(elsewhere.value())));
        announce.publishEvent(new MemberJoined(here.organizationId(), tess.memberId(), Optional.empty()));

        assertThat(campaignTexters.of(here.organizationId(), id)).containsExactly(tess.memberId());
        assertThat(campaignTexters.of(far.organizationId(), elsewhere)).isEmpty();
    }

    @Test
    void nothing_crosses_organizations() {
        var id = campaigns.make(ora, TURNOUT);
        var far = NewOrganization.with(db).member(Role.ADMIN);
        var farTurf = turfs.cut(far, "Far", SupporterFilter.EVERYONE);
        var farScript = scripts.write(far, "Far", Scripted.good());

        assertThatThrownBy(() -> campaigns.get(far, id)).isInstanceOf(Problem.Missing.class);
        assertThat(campaigns.find(far.organization(), id)).isEmpty();
        assertThat(campaigns.page(far, Page.Wanted.first(10)).rows()).isEmpty();
        assertThatThrownBy(() -> campaigns.change(far, id, TURNOUT)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaigns.start(far, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaigns.pause(far, id, "")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaigns.end(far, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaignTexters.add(far, id, List.of(far.memberId())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaigns.make(ora, TURNOUT.withTurf(Optional.of(farTurf))))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaigns.change(ora, id, TURNOUT.withScript(Optional.of(farScript))))
                .isInstanceOf(Problem.Missing.class);
        assertThat(CampaignDraft.of(campaigns.get(ora, id))).isEqualTo(TURNOUT);
    }

    @Test
    void texters_do_not_run_campaigns_and_coordinators_only_look() {
        var id = campaigns.make(ora, TURNOUT);
        var tess = here.member(Role.TEXTER);
        var cory = here.member(Role.COORDINATOR);
        assertThatThrownBy(() -> campaigns.get(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThat(campaigns.get(cory, id).campaignId()).isEqualTo(id);
        assertThatThrownBy(() -> campaigns.make(cory, TURNOUT)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> campaigns.start(cory, id)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> campaigns.pause(cory, id, "")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> campaigns.end(cory, id)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_campaigns_own_ready_replies_come_before_everyones() {
        var id = campaigns.make(ora, TURNOUT);
        var other = campaigns.make(ora, TURNOUT);
        replies.add(ora, new CannedReplyDraft(Optional.empty(), "About us", "We are {organization.name}"));
        var where = replies.add(ora, new CannedReplyDraft(Optional.of(id), "Where?", "At the hall"));
        replies.add(ora, new CannedReplyDraft(Optional.of(other), "Else", "Elsewhere"));

        assertThat(replies.of(ora.organization(), id))
                .extracting(CannedReply::title)
                .containsExactly("Where?", "About us");
        replies.change(ora, where, new CannedReplyDraft(Optional.of(id), "When?", "At 7"));
        assertThat(replies.of(ora.organization(), id).getFirst().words()).isEqualTo("At 7");

        var far = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> replies.change(far, where, new CannedReplyDraft(Optional.empty(), "X", "Y")))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> replies.add(far, new CannedReplyDraft(Optional.of(id), "X", "Y")))
                .isInstanceOf(Problem.Missing.class);
        replies.remove(far, where);
        assertThat(replies.of(ora.organization(), id)).hasSize(2);
        assertThat(replies.of(far.organization(), id)).isEmpty();
        replies.remove(ora, where);
        assertThat(replies.of(ora.organization(), id)).hasSize(1);
        assertThatThrownBy(() -> replies.add(ora, new CannedReplyDraft(Optional.empty(), "X", "Hi {fristName}")))
                .hasMessageContaining("{fristName}");
    }
}
