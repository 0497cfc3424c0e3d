package org.rung.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.notices.Post;
import org.rung.reports.Reports;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
@Tag("store")
class DigestsTest {
    /** A Monday, 8:30 in New York. */
    private static final Instant MONDAY = Instant.parse("2026-10-12T12:30:00Z");

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    DigestStore store;

    @Autowired
    Reports reports;

    @Autowired
    Organizations organizations;

    @Autowired
    RungSettings settings;

    private GreenMail mail;
    private Digests digests;
    private NewOrganization here;
    private Actor.Member cory;

    @BeforeEach
    void cory_coordinates() {
        clock.set(MONDAY);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        digests = digests(mail.getSmtp().getPort());
        here = NewOrganization.with(db);
        db.execute(
                "update organizations set zone = 'America/New_York' where organization_id = ?",
                here.organizationId().value());
        cory = here.member(Role.COORDINATOR);
    }

    @AfterEach
    void the_post_closes() {
        mail.stop();
        digests.choose(cory, false);
    }

    @Test
    void the_week_leaves_once_to_whoever_asked_and_names_nobody() throws Exception {
        here.member(Role.COORDINATOR);
        digests.choose(cory, true);
        digests.send();
        digests.send();
        assertThat(letters()).hasSize(1);
        assertThat(letters().getFirst().getSubject()).contains("nobody rose last week");
        assertThat(String.valueOf(letters().getFirst().getContent()))
                .contains("Oct 5, 2026", "It was quiet", "/reports/by-mail");

        clock.tick(Duration.ofDays(7));
        digests.send();
        assertThat(letters()).hasSize(2);
    }

    @Test
    void it_waits_for_monday_morning_where_the_organization_is() {
        digests.choose(cory, true);
        clock.set(MONDAY.minus(Duration.ofHours(1)));
        digests.send();
        clock.set(MONDAY.minus(Duration.ofDays(1)));
        digests.send();
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_did_not_leave_is_tried_again() {
        digests.choose(cory, true);
        int port = mail.getSmtp().getPort();
        mail.stop();
        digests.send();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        digests = digests(mail.getSmtp().getPort());
        digests.send();
        assertThat(letters()).hasSize(1);
        assertThat(port).isPositive();
    }

    @Test
    void whoever_was_suspended_or_lost_the_role_is_not_told() {
        digests.choose(cory, true);
        db.execute(
                "update members set roles = 'TEXTER' where member_id = ?",
                cory.memberId().value());
        digests.send();
        db.execute(
                "update members set roles = 'COORDINATOR', suspended_at = '2026-10-01' where member_id = ?",
                cory.memberId().value());
        digests.send();
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_texter_cannot_ask_for_it() {
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> digests.choose(tess, true)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> digests.preview(tess, Locale.ENGLISH)).isInstanceOf(Problem.Refused.class);
    }

    private Digests digests(int port) {
        return new Digests(
                store, reports, organizations, new Post("smtp://127.0.0.1:" + port, "", settings), settings, clock);
    }

    /** Those of this test's organization: others may have readers too. */
    private List<MimeMessage> letters() {
        return Stream.of(mail.getReceivedMessages()).filter(this::hers).toList();
    }

    private boolean hers(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0]
                    .toString()
                    .equals(cory.memberId().value() + "@example.org");
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
