package org.rung.alerts;

import com.interaso.webpush.VapidKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.rung.common.MemberId;
import org.rung.common.Sentence;
import org.rung.help.HelpCall;
import org.rung.help.HelpPaths;
import org.rung.help.Helpers;
import org.rung.notices.Post;
import org.rung.settings.RungSettings;
import org.rung.texting.TextingPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells those who listen that replies wait for them, or texters for their help: how many, and where; never whose. */
@Component
class Alerting {
    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);

    /** So long may a reply wait before an e-mail speaks of it. */
    static final Duration NEGLECTED = Duration.ofHours(3);

    /** Once a day, and not always an hour later than the day before. */
    static final Duration BETWEEN_DIGESTS = Duration.ofHours(20);

    private static final int MOST_FAILURES = 20;

    private final WaitingStore waiting;
    private final ChosenStore chosen;
    private final Helpers helpers;
    private final PushKeys keys;
    private final Pushes pushes;
    private final Post post;
    private final RungSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Alerting(
            WaitingStore waiting,
            ChosenStore chosen,
            Helpers helpers,
            PushKeys keys,
            Pushes pushes,
            Post post,
            RungSettings settings,
            JsonMapper json,
            Clock clock) {
        this.waiting = waiting;
        this.chosen = chosen;
        this.helpers = helpers;
        this.keys = keys;
        this.pushes = pushes;
        this.post = post;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** What a browser shows. */
    record Words(String title, String words, int count, String path) {}

    private record Errand(ChosenStore.Browser browser, String words) {}

    /** How many members were told in their browsers; those who want quiet now are told when it is over. */
    int tell() {
        Instant now = clock.instant();
        List<WaitingMember> told =
                untold().stream().filter(one -> !one.wantsQuiet(now)).toList();
        if (told.isEmpty() || keys.pair().isEmpty()) {
            return 0;
        }
        // Written down first: a phone that rings twice for one reply is worse than one that does not ring.
        waiting.told(told);
        Map<MemberId, List<ChosenStore.Browser>> browsers =
                chosen.browsers(told.stream().map(WaitingMember::memberId).toList());
        List<Errand> errands = new ArrayList<>();
        for (WaitingMember member : told) {
            String words = json.writeValueAsString(words(member));
            browsers.getOrDefault(member.memberId(), List.of())
                    .forEach(browser -> errands.add(new Errand(browser, words)));
        }
        run(errands, keys.pair().orElseThrow());
        return told.size();
    }

    /** Whoever has a reply, or somebody to help, of whom they were not told; each with all that waits. */
    private Collection<WaitingMember> untold() {
        Map<MemberId, WaitingMember> told = new LinkedHashMap<>();
        waiting.untold().forEach(one -> told.put(one.memberId(), one));
        List<HelpCall> calls = helpers.untaken();
        if (calls.isEmpty()) {
            return told.values();
        }
        var listeners =
                waiting.listeners(calls.stream().map(HelpCall::organizationId).collect(Collectors.toSet()));
        var theirs = helpers.among(
                calls, listeners.stream().map(WaitingStore.Listener::actor).toList());
        Map<MemberId, WaitingMember> helpersOnly = new LinkedHashMap<>();
        for (var listener : listeners) {
            MemberId who = listener.actor().memberId();
            List<HelpCall> mine = theirs.getOrDefault(who, List.of());
            if (mine.isEmpty()) continue;
            Instant newest =
                    Collections.max(mine.stream().map(HelpCall::askedAt).toList());
            if (told.computeIfPresent(who, (id, one) -> one.withHelps(mine.size(), newest)) == null
                    && newest.isAfter(listener.toldUntil())) {
                helpersOnly.put(who, listener.member().withHelps(mine.size(), newest));
            }
        }
        if (!helpersOnly.isEmpty()) {
            var replies = waiting.replies(helpersOnly.keySet());
            helpersOnly.forEach((who, one) -> told.put(who, one.withReplies(replies.getOrDefault(who, 0))));
        }
        return told.values();
    }

    /** To see that it works. */
    boolean tryOut(List<ChosenStore.Browser> browsers, Words words) {
        String body = json.writeValueAsString(words);
        return keys.pair()
                .filter(pair ->
                        run(browsers.stream().map(one -> new Errand(one, body)).toList(), pair) > 0)
                .isPresent();
    }

    private int run(List<Errand> errands, VapidKeys pair) {
        var reached = new ConcurrentLinkedQueue<PushSubscriptionId>();
        var gone = new ConcurrentLinkedQueue<PushSubscriptionId>();
        var failed = new ConcurrentLinkedQueue<PushSubscriptionId>();
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            errands.forEach(errand -> calls.execute(() -> {
                var came =
                        switch (pushes.send(pair, errand.browser().subscription(), errand.words())) {
                            case REACHED -> reached;
                            case GONE -> gone;
                            case FAILED -> failed;
                        };
                came.add(errand.browser().id());
            }));
        }
        chosen.forget(gone);
        chosen.failed(failed, MOST_FAILURES);
        chosen.reached(reached);
        return reached.size();
    }

    private static Words words(WaitingMember member) {
        Sentence title = member.helps() == 0
                ? Sentence.of("alerts.push.title", member.replies())
                : member.replies() == 0
                        ? Sentence.of("alerts.push.help", member.helps())
                        : Sentence.of("alerts.push.both", member.replies(), member.helps());
        String path =
                member.helps() == 0 ? TextingPaths.REPLIES : member.replies() == 0 ? HelpPaths.HELP : TextingPaths.HOME;
        return new Words(
                title.in(member.language()), member.organization(), member.replies() + member.helps(), "/" + path);
    }

    /** How many got an e-mail. */
    int digest() {
        if (!post.ready()) {
            return 0;
        }
        Instant now = clock.instant();
        Instant before = now.minus(BETWEEN_DIGESTS);
        int sent = 0;
        for (WaitingMember member : waiting.neglected(now.minus(NEGLECTED), before)) {
            if (!member.wantsQuiet(now) && waiting.digested(member.memberId(), now, before)) {
                sent += write(member) ? 1 : 0;
            }
        }
        return sent;
    }

    private boolean write(WaitingMember member) {
        try {
            post.send(
                    member.email(),
                    Sentence.of("alerts.mail.subject", member.replies(), member.organization())
                            .in(member.language()),
                    Sentence.of(
                                    "alerts.mail.body",
                                    member.replies(),
                                    settings.publicUrl() + "/" + TextingPaths.REPLIES,
                                    settings.publicUrl() + "/" + AlertPaths.ALERTS,
                                    member.organization())
                            .in(member.language()));
            return true;
        } catch (MailException broken) {
            LOG.warn(
                    "The digest of {} did not leave: {}",
                    member.memberId(),
                    broken.getClass().getSimpleName());
            waiting.undigested(member.memberId());
            return false;
        }
    }
}
