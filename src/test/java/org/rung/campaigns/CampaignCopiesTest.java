package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.SupporterFilter;
import org.rung.scripts.Scripted;
import org.rung.scripts.Scripts;
import org.rung.teams.TeamDraft;
import org.rung.teams.Teams;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class CampaignCopiesTest {
    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignCopies copies;

    @Autowired
    CampaignLimits limits;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    CannedReplies replies;

    @Autowired
    Scripts scripts;

    @Autowired
    Turfs turfs;

    @Autowired
    Teams teams;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    CampaignId campaign;

    @BeforeEach
    void a_campaign() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        campaign = campaigns.make(
                ora,
                CampaignsTest.TURNOUT
                        .withTurf(Optional.of(turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE)))
                        .withScript(Optional.of(scripts.write(ora, "Turnout", Scripted.good())))
                        .withSelfServe(false));
        campaigns.capOpenReplies(ora, campaign, 7);
        limits.set(ora, campaign, Optional.of(20), Optional.of(300));
        limits.aim(ora, campaign, Optional.of(120));
        campaignTexters.add(ora, campaign, List.of(tess.memberId()));
        replies.add(ora, new CannedReplyDraft(Optional.of(campaign), "Where", "At the school"));
    }

    @Test
    void a_copy_is_a_draft_like_the_other_with_its_texters_and_ready_replies() {
        var before = campaigns.get(ora, campaign);

        var made = copies.copy(ora, campaign, "Turnout, again", true);

        var copy = campaigns.get(ora, made);
        assertThat(copy.name()).isEqualTo("Turnout, again");
        assertThat(copy.state()).isEqualTo(CampaignState.DRAFT);
        assertThat(CampaignDraft.of(copy)).isEqualTo(CampaignDraft.of(before).withName("Turnout, again"));
        assertThat(copy.openRepliesCap()).isEqualTo(7);
        assertThat(copy.terms()).isEqualTo(before.terms());
        assertThat(campaignTexters.of(here.organizationId(), made)).containsExactly(tess.memberId());
        assertThat(replies.of(here.organizationId(), made))
                .extracting(CannedReply::title)
                .containsExactly("Where");
        assertThat(replies.of(here.organizationId(), campaign))
                .extracting(CannedReply::title)
                .containsExactly("Where");
    }

    @Test
    void without_its_texters_and_without_those_who_may_text_no_longer() {
        var gone = here.member(Role.TEXTER);
        campaignTexters.add(ora, campaign, List.of(gone.memberId()));
        db.execute(
                "update members set suspended_at = '2026-01-01 00:00:00' where member_id = ?",
                gone.memberId().value());

        assertThat(campaignTexters.of(here.organizationId(), copies.copy(ora, campaign, "One", false)))
                .isEmpty();
        assertThat(campaignTexters.of(here.organizationId(), copies.copy(ora, campaign, "Two", true)))
                .containsExactly(tess.memberId());
    }

    @Test
    void a_template_is_among_templates_alone_and_what_is_made_of_it_is_a_campaign() {
        var template = copies.keep(ora, campaign, "Turnout, as always");

        assertThat(campaigns.page(ora, Page.Wanted.first(50)).rows())
                .extracting(Campaign::campaignId)
                .containsExactly(campaign);
        assertThat(copies.templates(ora, Page.Wanted.first(50)).rows())
                .extracting(Campaign::name)
                .containsExactly("Turnout, as always");

        var made = copies.copy(ora, template, "December", true);
        assertThat(campaigns.get(ora, made).terms().template()).isFalse();
        copies.drop(ora, template);
        copies.drop(ora, template);
        assertThat(copies.templates(ora, Page.Wanted.first(50)).rows()).isEmpty();
        assertThat(campaigns.get(ora, made).state()).isEqualTo(CampaignState.DRAFT);
        assertThatThrownBy(() -> copies.drop(ora, made)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void templates_come_page_by_page() {
        for (int i = 0; i < 3; i++) copies.keep(ora, campaign, "Template " + i);

        var first = copies.templates(ora, Page.Wanted.first(2));

        assertThat(first.rows()).extracting(Campaign::name).containsExactly("Template 2", "Template 1");
        assertThat(copies.templates(ora, new Page.Wanted(first.next(), 2)).rows())
                .extracting(Campaign::name)
                .containsExactly("Template 0");
    }

    @Test
    void only_who_runs_campaigns_of_this_organization_copies_them() {
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);

        assertThatThrownBy(() -> copies.copy(tess, campaign, "Mine", true)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> copies.copy(stranger, campaign, "Mine", true)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> copies.copy(ora, campaign, " ", true)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> limits.set(stranger, campaign, Optional.of(5), Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> limits.set(ora, campaign, Optional.of(0), Optional.empty()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> limits.aim(tess, campaign, Optional.of(5))).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_whole_team_texts_but_for_those_who_may_not() {
        var tom = here.member(Role.TEXTER);
        var cory = here.member(Role.COORDINATOR);
        var team = teams.make(
                ora,
                new TeamDraft(
                        "Eastside", Set.of(tom.memberId(), tess.memberId(), cory.memberId()), Set.of(ora.memberId())));

        assertThat(campaignTexters.addTeam(ora, campaign, team)).isEqualTo(3);

        assertThat(campaignTexters.of(here.organizationId(), campaign))
                .containsExactlyInAnyOrder(tess.memberId(), tom.memberId(), ora.memberId());
        var none = teams.make(ora, new TeamDraft("Board", Set.of(cory.memberId()), Set.of()));
        assertThatThrownBy(() -> campaignTexters.addTeam(ora, campaign, none)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> campaignTexters.addTeam(tess, campaign, team)).isInstanceOf(Problem.Refused.class);
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> campaignTexters.addTeam(stranger, campaign, team))
                .isInstanceOf(Problem.Missing.class);
    }
}
