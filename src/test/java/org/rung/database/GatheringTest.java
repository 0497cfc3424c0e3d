package org.rung.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.springframework.transaction.CannotCreateTransactionException;

class GatheringTest {
    private final List<List<String>> crossings = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch storm = new CountDownLatch(1);
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Gathering<String, String> ferry = new Gathering<>(5, this::cross);

    @AfterEach
    void everyoneIsHome() {
        storm.countDown();
        people.shutdownNow();
    }

    private List<String> cross(List<String> aboard) {
        crossings.add(aboard);
        if (aboard.contains("waits for the storm to end")) {
            quietly(storm);
        }
        if (aboard.contains("sinks it")) {
            throw new IllegalStateException("sunk");
        }
        if (aboard.contains("finds no water")) {
            throw new CannotCreateTransactionException("no water");
        }
        return aboard.stream().map(who -> who + " is over").toList();
    }

    private static void quietly(CountDownLatch storm) {
        try {
            storm.await(60, SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_comes_alone_leaves_at_once() {
        assertThat(ferry.over("nia")).isEqualTo("nia is over");
        assertThat(ferry.over("leo")).isEqualTo("leo is over");
        assertThat(crossings).containsExactly(List.of("nia"), List.of("leo"));
    }

    @Test
    void who_comes_meanwhile_goes_together_in_the_order_of_coming() throws Exception {
        List<Future<String>> over = afterTheStorm("a", "b", "c", "d", "e", "f", "g");

        assertThat(over.get(0).get()).isEqualTo("a is over");
        assertThat(over.get(6).get()).isEqualTo("g is over");
        assertThat(crossings.subList(1, 3)).containsExactly(List.of("a", "b", "c", "d", "e"), List.of("f", "g"));
    }

    @Test
    void who_sinks_the_ferry_sinks_alone() throws Exception {
        List<Future<String>> over = afterTheStorm("a", "sinks it", "b");

        assertThat(over.get(0).get()).isEqualTo("a is over");
        assertThatThrownBy(over.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(over.get(2).get()).isEqualTo("b is over");
        assertThat(crossings.subList(1, 5))
                .containsExactly(List.of("a", "sinks it", "b"), List.of("a"), List.of("sinks it"), List.of("b"));
        assertThat(ferry.over("c")).isEqualTo("c is over");
    }

    @Test
    void without_a_database_nobody_waits_for_it_in_turn() throws Exception {
        List<Future<String>> over = afterTheStorm("a", "finds no water", "b");

        for (Future<String> each : over) {
            assertThatThrownBy(each::get).hasCauseInstanceOf(CannotCreateTransactionException.class);
        }
        assertThat(crossings).hasSize(2);
    }

    @Test
    void of_a_crowd_everyone_is_taken_over_once() throws Exception {
        Gathering<Integer, Integer> numbers = new Gathering<>(7, all -> {
            crossings.add(all.stream().map(String::valueOf).toList());
            return all;
        });
        List<Callable<Boolean>> crowd = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(caller -> () ->
                        IntStream.range(0, 40).allMatch(nth -> numbers.over(caller * 100 + nth) == caller * 100 + nth))
                .toList();

        assertThat(AtOnce.all(crowd)).containsOnly(true);
        List<Integer> taken =
                crossings.stream().flatMap(List::stream).map(Integer::valueOf).toList();
        assertThat(taken).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(crossings).allSatisfy(crossing -> assertThat(crossing).hasSizeLessThanOrEqualTo(7));
        for (int caller = 0; caller < 50; caller++) {
            int me = caller;
            assertThat(taken.stream().filter(number -> number / 100 == me)).isSorted();
        }
    }

    /** They come one after the other while the ferry is away. */
    private List<Future<String>> afterTheStorm(String... names) {
        people.submit(() -> ferry.over("waits for the storm to end"));
        await().atMost(60, SECONDS).until(() -> crossings.size() == 1);
        var over = new ArrayList<Future<String>>();
        for (String name : names) {
            over.add(people.submit(() -> ferry.over(name)));
            await().atMost(60, SECONDS).until(() -> ferry.waiting() == over.size());
        }
        storm.countDown();
        return over;
    }
}
