package org.rung.bench;

import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.accounts.OrganizationFounded;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.exchange.Imports;
import org.rung.filters.SupporterFilter;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A large organization that is about to text everyone: people, texters, a sender, and a campaign that has not started. */
class Union {
    /** Segments a minute: the most that one number may be given. */
    static final int FASTEST = 60_000;

    /** As many numbers at that pace as no provider here keeps up with. */
    static final int NUMBERS = 20;

    record Ready(
            NewOrganization here,
            Actor.Member ora,
            List<Actor.Member> texters,
            CampaignId campaign,
            String accountSid) {}

    @Autowired
    DSLContext database;

    @Autowired
    Imports imports;

    @Autowired
    Turfs turfs;

    @Autowired
    Scripts scripts;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    org.rung.accounts.Secrets secrets;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    Ready of(int people, int texters) throws IOException {
        var here = NewOrganization.with(database);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        database.execute(
                "update organizations set undo_seconds = 0 where organization_id = ?",
                here.organizationId().value());
        var accountSid = "ACbench" + Id.next();
        database.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, rate, created_at)"
                        + " values (?, ?, 'TWILIO', ?, ?, ?, ?, '2026-01-01 00:00:00')",
                Id.next(),
                here.organizationId().value(),
                accountSid,
                "+15005550006",
                secrets.seal("12345"),
                FASTEST);
        var ora = here.member(Role.ADMIN);
        imports.finish(ora, imports.importAll(ora, "people.csv", new People(people), "Bench", "Signed up"));
        var all = new ArrayList<Actor.Member>();
        for (int i = 0; i < texters; i++) all.add(here.member(Role.TEXTER));
        return new Ready(here, ora, all, campaign(ora, all), accountSid);
    }

    /** What waits is shared out over many numbers, so that no number's pace binds. */
    void spread(Ready ready) {
        long first = Id.next();
        for (int i = 0; i < NUMBERS; i++)
            database.execute(
                    "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, rate, created_at)"
                            + " select ?, organization_id, gateway, account_sid, concat(address, ?), token_sealed, rate, created_at"
                            + " from senders where organization_id = ? and address = '+15005550006'",
                    first + i,
                    i,
                    ready.here().organizationId().value());
        database.execute(
                "update messages set sender_id = ? + message_id mod ? where organization_id = ? and state = 'QUEUED'",
                first,
                NUMBERS,
                ready.here().organizationId().value());
    }

    CampaignId campaign(Actor ora, List<Actor.Member> texters) {
        var everyone = turfs.cut(ora, "Everyone " + Id.next(), SupporterFilter.EVERYONE);
        var script = scripts.write(
                ora,
                "Bench " + Id.next(),
                new ScriptTree(
                        "Hi {firstName|there}, it's {texter.firstName} with {organization.name}. Will you come? Reply STOP to end",
                        Optional.of(new Question(
                                "come",
                                "Coming?",
                                List.of(new AnswerChoice("yes", "Yes", "Great!", List.of(), Optional.empty()))))));
        var campaign = campaigns.make(
                ora,
                new CampaignDraft(
                        "Bench",
                        Optional.of(everyone),
                        Optional.of(script),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        600,
                        true));
        var ids = texters.stream().map(Actor.Member::memberId).toList();
        for (int i = 0; i < ids.size(); i += 1_000)
            campaignTexters.add(ora, campaign, ids.subList(i, Math.min(ids.size(), i + 1_000)));
        return campaign;
    }
}
