package org.rung.links;

import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Opening links. One indexed read and one insert, then the answer: what follows from a click on the ladder is done in the
 * background, since nobody should wait for it, and since some scanners show only a moment later what they are.
 */
@Service
public class Clicks {
    private final LinkStore links;
    private final ClickStore clicks;
    private final Sources sources;
    private final Crowd crowd;
    private final Guesses guesses;
    private final Clock clock;

    Clicks(LinkStore links, ClickStore clicks, Sources sources, Crowd crowd, Guesses guesses, Clock clock) {
        this.links = links;
        this.clicks = clicks;
        this.sources = sources;
        this.crowd = crowd;
        this.guesses = guesses;
        this.clock = clock;
    }

    public Opened open(Knock knock) {
        var network = Sources.network(knock.address());
        var closed = guesses.closed(network);
        if (closed.isPresent()) return new Opened.Wait(closed.get());
        var now = clock.instant();
        var found = LinkCode.read(knock.code()).flatMap(code -> links.opened(code, knock.host()));
        if (found.isEmpty()) {
            guesses.missed(network);
            return new Opened.Gone();
        }
        var link = found.get();
        if (link.expired(now)) return new Opened.Gone();
        var source = sources.of(knock.address(), knock.userAgent());
        var reason = Sieve.judge(knock, link, crowd.joins(source, link, knock.head()), now);
        clicks.add(link, reason, source, now);
        return reason == ClickReason.DOUBTFUL ? new Opened.Ask(knock.code(), link.url()) : new Opened.Go(link.url());
    }
}
