package org.rung.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.settings.RungSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes and a real Redis between them. */
class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "only-for-tests-and-known-to-everyone-0123456789";

    /** What happened, on whichever node. */
    record Happened(OrganizationId organizationId) {}

    /** What nobody listens to everywhere. */
    record Whispered(OrganizationId organizationId) {}

    static class Screens {
        final List<OrganizationId> heard = new CopyOnWriteArrayList<>();
        final List<Missed> looked = new CopyOnWriteArrayList<>();
        final List<Object> worked = new CopyOnWriteArrayList<>();

        @Everywhere
        void happened(Happened happened) {
            heard.add(happened.organizationId());
        }

        @EventListener
        void lookOnceMore(Missed missed) {
            looked.add(missed);
        }

        @EventListener
        void work(Happened happened) {
            worked.add(happened);
        }

        @EventListener
        void work(Whispered whispered) {
            worked.add(whispered);
        }
    }

    /** Transactions without a database behind them. */
    static class Ledger extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new Ledger());
    private final Redis redis = Redis.start();

    @AfterEach
    void all_are_closed() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
        redis.close();
    }

    private AnnotationConfigApplicationContext node(String secret) {
        var node = begun(secret);
        await("it is on the line")
                .atMost(PATIENCE)
                .until(() -> node.getBean(Line.class).open());
        return node;
    }

    private AnnotationConfigApplicationContext begun(String secret) {
        var node = new AnnotationConfigApplicationContext();
        node.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("rung.redis.url", redis.url())));
        node.registerBean(
                RungSettings.class,
                () -> new RungSettings(
                        Path.of("target"), 0, URI.create("http://localhost"), false, false, List.of(secret)));
        node.registerBean(TransactionalEventListenerFactory.class);
        node.registerBean(Screens.class);
        node.register(NodesConfiguration.class);
        node.refresh();
        nodes.add(node);
        return node;
    }

    private static Screens screens(AnnotationConfigApplicationContext node) {
        return node.getBean(Screens.class);
    }

    @Test
    void what_happens_on_one_node_is_heard_once_on_each_and_worked_on_where_it_happened() {
        var here = node(SECRET);
        var there = node(SECRET);
        var first = new OrganizationId(Id.next());
        var last = new OrganizationId(Id.next());
        here.publishEvent(new Happened(first));
        here.publishEvent(new Whispered(first));
        here.publishEvent(new Happened(last));

        await().atMost(PATIENCE).until(() -> screens(there).heard.contains(last));
        assertThat(screens(there).heard).containsExactly(first, last);
        assertThat(screens(here).heard).containsExactly(first, last);
        assertThat(screens(here).worked).hasSize(3);
        assertThat(screens(there).worked).isEmpty();
    }

    @Test
    void only_what_was_committed_is_told() {
        var here = node(SECRET);
        var there = node(SECRET);
        var undone = new OrganizationId(Id.next());
        var done = new OrganizationId(Id.next());
        transaction.executeWithoutResult(status -> {
            here.publishEvent(new Happened(undone));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            here.publishEvent(new Happened(done));
            assertThat(screens(here).heard).isEmpty();
        });

        await().atMost(PATIENCE).until(() -> screens(there).heard.contains(done));
        assertThat(screens(there).heard).containsExactly(done);
        assertThat(screens(here).heard).containsExactly(done);
    }

    @Test
    void a_lost_redis_stops_nobody_and_when_it_is_back_every_screen_looks_once_more() {
        var here = node(SECRET);
        var there = node(SECRET);
        redis.kill();
        await().atMost(PATIENCE)
                .until(() -> !here.getBean(Line.class).open()
                        && !there.getBean(Line.class).open());
        var meanwhile = new OrganizationId(Id.next());
        here.publishEvent(new Happened(meanwhile));
        assertThat(screens(here).heard).containsExactly(meanwhile);
        int before = screens(there).looked.size();

        redis.again();
        await().atMost(PATIENCE)
                .until(() -> here.getBean(Line.class).open()
                        && there.getBean(Line.class).open());
        await().atMost(PATIENCE).until(() -> screens(there).looked.size() > before);
        await().atMost(PATIENCE).until(() -> !screens(here).looked.isEmpty());
        var after = new OrganizationId(Id.next());
        here.publishEvent(new Happened(after));
        await().atMost(PATIENCE).until(() -> screens(there).heard.contains(after));
    }

    @Test
    void a_node_that_starts_without_redis_finds_it_later() {
        var here = node(SECRET);
        redis.kill();
        var late = begun(SECRET);
        redis.again();
        await().atMost(PATIENCE)
                .until(() -> here.getBean(Line.class).open()
                        && late.getBean(Line.class).open());
        var news = new OrganizationId(Id.next());
        here.publishEvent(new Happened(news));
        await().atMost(PATIENCE).until(() -> screens(late).heard.contains(news));
    }

    @Test
    void whoever_does_not_know_the_secret_key_is_not_believed() {
        var here = node(SECRET);
        var there = node(SECRET);
        var stranger = node("another-key-that-nobody-here-knows-0123456789");
        var forged = new OrganizationId(Id.next());
        var honest = new OrganizationId(Id.next());
        stranger.publishEvent(new Happened(forged));
        await().atMost(PATIENCE).until(() -> screens(stranger).heard.contains(forged));
        here.publishEvent(new Happened(honest));
        await().atMost(PATIENCE).until(() -> screens(there).heard.contains(honest));
        stranger.close();
        var last = new OrganizationId(Id.next());
        here.publishEvent(new Happened(last));
        await().atMost(PATIENCE).until(() -> screens(there).heard.contains(last));
        assertThat(screens(there).heard).containsExactly(honest, last);
    }
}
