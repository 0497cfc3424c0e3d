package org.rung.nodes;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To Redis and back: two connections, because one that listens may not speak. A broken one is made again by itself. */
class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final String CHANNEL = "rung:news";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;
    private volatile @Nullable StatefulRedisConnection<String, String> mouth;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> ear;
    private volatile Runnable back = () -> {};
    private volatile boolean open;
    private volatile boolean closed;
    private boolean speaks;
    private boolean hears;
    private boolean everOpen;
    private boolean saidAway;

    Line(String url) {
        address = RedisURI.create(url);
        address.setTimeout(PATIENCE);
        // The driver's own rule waits up to half a minute.
        resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(A_MOMENT))
                .build();
        client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE)
                        .keepAlive(true)
                        .build())
                .build());
    }

    /** @param whenBack after the line was away, and is there again */
    void connect(Consumer<String> letters, Runnable whenBack) {
        back = whenBack;
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress there) {
                if (connection.equals(mouth)) speaks(true);
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                if (connection.equals(mouth)) speaks(false);
                if (connection.equals(ear)) hears(false);
            }
        });
        Thread.ofVirtual().name("nodes-line").start(() -> dial(letters));
    }

    /** Until it is there for the first time; from then on the driver keeps it, and subscribes anew. */
    private void dial(Consumer<String> letters) {
        while (!closed) {
            try {
                if (mouth == null) {
                    mouth = client.connect(address);
                    speaks(true);
                }
                var listening = ear;
                if (listening == null) {
                    listening = client.connectPubSub(address);
                    listening.addListener(new RedisPubSubAdapter<>() {
                        @Override
                        public void message(String channel, String letter) {
                            letters.accept(letter);
                        }

                        @Override
                        public void subscribed(String channel, long count) {
                            hears(true);
                        }
                    });
                    ear = listening;
                }
                listening.sync().subscribe(CHANNEL);
                return;
            } catch (RedisException notThere) {
                away();
                pause();
            }
        }
    }

    private synchronized void speaks(boolean now) {
        speaks = now;
        look();
    }

    private synchronized void hears(boolean now) {
        hears = now;
        look();
    }

    private void look() {
        boolean now = speaks && hears;
        if (now == open) {
            return;
        }
        open = now;
        if (!now) {
            away();
            return;
        }
        if (saidAway) {
            LOG.info("Redis is there: this node hears of the others again, and every screen looks once more");
        }
        if (everOpen || saidAway) {
            back.run();
        }
        everOpen = true;
        saidAway = false;
    }

    private synchronized void away() {
        if (!saidAway && !closed) {
            LOG.warn("Redis is away. This node goes on; its screens do not hear of what happens on others until it is"
                    + " back, and it looks for it all the time");
            saidAway = true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    boolean open() {
        return open;
    }

    /** False where nobody may have heard it. */
    boolean say(String letter) {
        StatefulRedisConnection<String, String> speaking = mouth;
        if (speaking == null) {
            return false;
        }
        try {
            speaking.async().publish(CHANNEL, letter).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RedisException | ExecutionException | TimeoutException unheard) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        closed = true;
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
