package org.rung.links;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.actions.Actions;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Outbox;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** An organization that texts links, and the people and programs who open them. */
@RungTest
abstract class LinkStory {
    static final String RENT = "https://eastside.org/rent?from=text";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @Autowired
    WebApplicationContext web;

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Supporters supporters;

    @Autowired
    Links links;

    @Autowired
    LinkChoices choices;

    @Autowired
    ClickFold fold;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Actions actions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    MockMvc door;
    OrganizationId here;
    Actor ora;

    @BeforeEach
    void an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        door = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        here = organizations.found("Neighbors " + Id.next(), "US", ZoneId.of("America/New_York"), true);
        ora = new Actor.System(here);
    }

    record Person(SupporterId supporterId, PhoneNumber phone) {}

    Person somebody() {
        var phone = Phones.fresh();
        var made = supporters.upsert(ora, List.of(SupporterDraft.of("Maya", "Okafor", phone)), Optional.empty());
        return new Person(made.getFirst().supporterId(), phone);
    }

    /** A reply with these words, queued as texting queues it; what is stored. */
    Sent queued(Person to, long occasion, String words) {
        return transaction.execute(status -> {
            var shortened = links.shorten(here, Optional.of(occasion), false, words);
            var text = texts.queue(ora, draft(to, shortened.body()));
            links.keep(here, shortened, to.supporterId(), text.messageId(), text.body());
            return new Sent(text.messageId(), text.body());
        });
    }

    record Sent(MessageId messageId, String body) {
        String code() {
            return body.replaceFirst("(?s).*/l/(\\w{8}).*", "$1");
        }
    }

    /** A text that arrived a minute ago; the code of its link. */
    String texted(Person to, String words) {
        var code = queued(to, 0, words).code();
        leave();
        clock.tick(Duration.ofMinutes(1));
        return code;
    }

    void leave() {
        try {
            outbox.drain();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static TextDraft draft(Person to, String body) {
        return new TextDraft(
                to.phone(),
                Optional.empty(),
                Purpose.REPLY,
                body,
                Optional.of(Id.next()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Id.next() + ""),
                new TextingWindow(List.of(ZoneId.of("America/New_York")), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                Duration.ZERO);
    }

    /** Somebody at an address of their own with an iPhone; each says what is different. */
    record Visitor(String agent, String host, String address, String language) {
        static Visitor person() {
            int next = ADDRESS.incrementAndGet();
            return new Visitor(SieveTest.IPHONE, "localhost", "198.51." + next / 250 + "." + next % 250, "en");
        }

        Visitor calling(String other) {
            return new Visitor(other, host, address, language);
        }

        Visitor at(String other) {
            return new Visitor(agent, other, address, language);
        }

        Visitor speaking(String other) {
            return new Visitor(agent, host, address, other);
        }

        Visitor from(Visitor other) {
            return new Visitor(agent, host, other.address(), language);
        }
    }

    MockHttpServletResponse ask(HttpMethod method, String code, Visitor visitor, String... headers) {
        var request = MockMvcRequestBuilders.request(method, "/l/" + code)
                .header("User-Agent", visitor.agent())
                .header("Accept", SieveTest.HTML)
                .header("Accept-Language", visitor.language())
                .with(asked -> {
                    asked.setRemoteAddr(visitor.address());
                    asked.setServerName(visitor.host());
                    return asked;
                });
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            return door.perform(request).andReturn().getResponse();
        } catch (Exception thrown) {
            throw new AssertionError("The question was not answered but threw", thrown);
        }
    }

    MockHttpServletResponse opens(String code, Visitor visitor, String... headers) {
        return ask(HttpMethod.GET, code, visitor, headers);
    }

    /** Some time goes by, and what was clicked is counted. */
    void counted() {
        clock.tick(ClickFold.SETTLED.plusSeconds(1));
        while (fold.some(200) > 0) {}
    }

    int clicked(Person who) {
        return db.fetchSingle(
                        "select count(*) from actions where supporter_id = ? and type = 'CLICKED' and voided_at is null",
                        who.supporterId().value())
                .get(0, int.class);
    }

    LinkRow row(long occasion) {
        return links.of(ora, occasion, org.rung.common.Page.Wanted.first(10))
                .rows()
                .getFirst();
    }
}
