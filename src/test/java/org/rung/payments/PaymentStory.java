package org.rung.payments;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.giving.Founding;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftRow;
import org.rung.giving.Gifts;
import org.rung.payments.simulator.FakeStripe;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** An organization that takes money online, through a provider that tells only what the test brings. */
@RungTest
abstract class PaymentStory {
    private static final AtomicInteger address = new AtomicInteger();
    static final Duration READ = Duration.ofSeconds(10);

    @Autowired
    PaymentAccounts accounts;

    @Autowired
    Connections connections;

    @Autowired
    GiveLinks links;

    @Autowired
    StandingGifts standings;

    @Autowired
    Tidings tidings;

    @Autowired
    Comparisons comparisons;

    @Autowired
    ComparisonRun comparing;

    @Autowired
    Gaps gaps;

    @Autowired
    Gifts gifts;

    @Autowired
    Supporters supporters;

    @Autowired
    Consents consents;

    @Autowired
    Senders senders;

    @Autowired
    WebApplicationContext house;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    FakeStripe stripe;
    NewOrganization here;
    Actor.Member ada;
    Actor.Member cory;

    @BeforeEach
    void an_organization_that_takes_money() {
        clock.set(TestClock.TUESDAY_NOON);
        stripe = new FakeStripe(jdbc, json, clock);
        here = taking();
        ada = here.member(Role.ADMIN);
        cory = here.member(Role.COORDINATOR);
    }

    @AfterEach
    void the_provider_goes() {
        stripe.close();
    }

    NewOrganization taking() {
        NewOrganization made = Founding.found(house, NewOrganization.with(db));
        senders.add(
                made.system(),
                new SenderDraft(
                        "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef",
                        "the-token-of-the-sender",
                        "+14155550100",
                        "The number",
                        false));
        connections.connect(made.system(), "sk_test_" + Long.toUnsignedString(Id.next(), 36));
        accounts.change(
                made.system(), new PageDraft(word(made), true, "USD", List.of(1_000L, 2_500L, 5_000L), "For the roof"));
        return made;
    }

    static String word(NewOrganization organization) {
        return "w" + organization.organizationId().text().toLowerCase(java.util.Locale.ROOT);
    }

    /** Somebody in New York who agreed to be texted. */
    SupporterId person(String first, String last, PhoneNumber phone) {
        SupporterId who = supporters.known(here.organizationId(), SupporterDraft.of(first, last, phone));
        jdbc.update("update supporters set zone = 'America/New_York' where supporter_id = ?", who.value());
        consents.optInAll(
                here.system(),
                List.of(phone),
                ConsentSource.IMPORT,
                "Signed the petition",
                Optional.empty(),
                clock.instant());
        return who;
    }

    SupporterId person(String first, String last) {
        return person(first, last, Phones.fresh());
    }

    String own(SupporterId who) {
        return links.address(cory, who).replaceFirst("^https?://[^/]+", "");
    }

    String everybodys() {
        return "/give/" + word(here);
    }

    MockHttpServletResponse open(String path) {
        return perform(get(path));
    }

    /** Fills the page in as a person would, and comes to the provider's page. */
    String sentToPay(String path, String amount, boolean monthly) {
        String time = time(open(path));
        clock.tick(READ);
        var answer = perform(post(path)
                .param("own", amount)
                .param("often", monthly ? "monthly" : "once")
                .param("t", time));
        if (answer.getStatus() != 303) throw new AssertionError(answer.getStatus() + " " + body(answer));
        return Optional.ofNullable(answer.getHeader("Location")).orElseThrow();
    }

    static String time(MockHttpServletResponse page) {
        var found = Pattern.compile("name=\"t\" value=\"([^\"]+)\"").matcher(body(page));
        if (!found.find()) throw new AssertionError(body(page));
        return found.group(1);
    }

    MockHttpServletResponse bring(FakeStripe.Knock knock) {
        return bring(knock.path(), knock.body(), knock.signature());
    }

    MockHttpServletResponse bring(String path, String body, String signature) {
        return perform(
                post(path).contentType(MediaType.APPLICATION_JSON).content(body).header("Stripe-Signature", signature));
    }

    void bringAll() {
        for (var knock : stripe.told()) {
            int status = bring(knock).getStatus();
            if (status != 204) throw new AssertionError(knock.type() + " was answered " + status);
        }
    }

    /** Each from an address of its own. */
    MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
        String from = "198.51.100." + address.getAndIncrement() % 250;
        try {
            return MockMvcBuilders.webAppContextSetup(house)
                    .apply(springSecurity())
                    .build()
                    .perform(request.with(each -> {
                        each.setRemoteAddr(from);
                        return each;
                    }))
                    .andReturn()
                    .getResponse();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Asked for and run to its end, as the button and the job do. */
    Reconciliation.Compared compared() {
        comparisons.ask(cory);
        comparing.run(here.organizationId(), () -> false);
        Comparison latest = comparisons.latest(cory).orElseThrow();
        if (latest.state() != ComparisonState.DONE) throw new AssertionError(latest);
        return new Reconciliation.Compared(latest.seen(), latest.mended(), latest.differing());
    }

    List<GiftRow> given() {
        return gifts.page(cory, GiftFilter.ALL, Page.Wanted.first(50)).rows();
    }
}
