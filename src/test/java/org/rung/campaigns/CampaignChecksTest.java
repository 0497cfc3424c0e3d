package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.links.ShortForm;
import org.rung.scripts.Check;
import org.rung.scripts.Check.Level;
import org.rung.scripts.MergeText;
import org.rung.scripts.ScriptFacts;
import org.rung.scripts.Scripted;
import org.rung.senders.Gateway;
import org.rung.senders.Pacing;
import org.rung.senders.Sender;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;

class CampaignChecksTest {
    private static final ScriptFacts SCRIPT_FACTS = new ScriptFacts(
            "Eastside Tenants Union",
            "",
            Set.copyOf(MergeText.FIELDS),
            List.of(Map.of("organization.name", "Eastside Tenants Union")),
            ShortForm.usual(URI.create("https://rung.example.org")));
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime EIGHT_PM = LocalTime.of(20, 0);

    private static Sender sender(Gateway gateway, Optional<Instant> pausedAt) {
        return new Sender(
                new SenderId(1),
                gateway,
                "AC1",
                "+15105550100",
                "Office",
                false,
                pausedAt,
                Optional.empty(),
                new Pacing(SenderKind.LONG_CODE, Optional.empty(), 1, "US", "510", Optional.empty()));
    }

    private static CampaignFacts facts(
            long textable, long nameless, int texters, boolean selfServe, Optional<Sender> sender) {
        return new CampaignFacts(
                Optional.of(Scripted.good()),
                Optional.of(textable),
                nameless,
                textable,
                true,
                NINE,
                EIGHT_PM,
                texters,
                selfServe,
                sender,
                "US",
                0,
                false,
                0);
    }

    private static final Optional<Sender> TWILIO = Optional.of(sender(Gateway.TWILIO, Optional.empty()));

    @Test
    void a_campaign_that_is_ready_has_nothing_missing_and_knows_its_price() {
        var checks = CampaignChecks.of(facts(12_940, 0, 3, true, TWILIO), SCRIPT_FACTS);
        assertThat(checks).allMatch(check -> check.level() == Level.OK || check.level() == Level.COST);
        assertThat(checks.getLast().said().in(Locale.ENGLISH)).isEqualTo("12,940 segments, about $104 to send");
    }

    @Test
    void everything_that_is_missing_is_named() {
        var nothing = new CampaignFacts(
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                false,
                NINE,
                EIGHT_PM,
                0,
                false,
                Optional.empty(),
                "US",
                0,
                false,
                0);
        assertThat(CampaignChecks.of(nothing, SCRIPT_FACTS))
                .filteredOn(check -> check.level() == Level.MUST)
                .extracting(Check::key)
                .containsExactly("turf", "script", "texters", "sender");
        assertThat(CampaignChecks.turf(facts(0, 0, 1, true, TWILIO)).key()).isEqualTo("turfEmpty");
    }

    @Test
    void someone_must_be_there_to_text() {
        assertThat(CampaignChecks.texters(facts(1, 0, 0, false, TWILIO)).level())
                .isEqualTo(Level.MUST);
        assertThat(CampaignChecks.texters(facts(1, 0, 1, false, TWILIO)).level())
                .isEqualTo(Level.OK);
        assertThat(CampaignChecks.texters(facts(1, 0, 0, true, TWILIO)).level()).isEqualTo(Level.OK);
    }

    @Test
    void hours_outside_the_law_are_refused() {
        for (var hours : List.of(
                List.of(LocalTime.of(7, 59), EIGHT_PM), List.of(NINE, LocalTime.of(21, 1)), List.of(EIGHT_PM, NINE))) {
            var facts = new CampaignFacts(
                    Optional.empty(),
                    Optional.of(1L),
                    0,
                    0,
                    true,
                    hours.get(0),
                    hours.get(1),
                    1,
                    true,
                    TWILIO,
                    "US",
                    0,
                    false,
                    0);
            assertThat(CampaignChecks.hours(facts).level()).isEqualTo(Level.MUST);
        }
        assertThat(CampaignChecks.hours(facts(1, 0, 1, true, TWILIO)).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_paused_sender_sends_nothing() {
        var paused = Optional.of(sender(Gateway.TWILIO, Optional.of(Instant.EPOCH)));
        assertThat(CampaignChecks.sender(facts(1, 0, 1, true, paused)).key()).isEqualTo("senderPaused");
    }

    @Test
    void people_without_a_name_are_counted_with_what_they_get() {
        assertThat(CampaignChecks.names(facts(900, 412, 1, true, TWILIO)))
                .contains(CampaignChecks.HERE.look("names", 412L, "there"));
        assertThat(CampaignChecks.names(facts(900, 0, 1, true, TWILIO))).isEmpty();
    }

    @Test
    void the_simulator_costs_nothing() {
        var free = facts(50, 0, 1, true, Optional.of(sender(Gateway.SIMULATOR, Optional.empty())));
        assertThat(CampaignChecks.cost(free).orElseThrow().key()).isEqualTo("costFree");
    }
}
