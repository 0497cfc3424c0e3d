package org.rung.links;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rung.common.Problem;
import org.rung.people.OwnLinks;

/**
 * What an organization's texts look like once their addresses are short, and what is refused in them. Pure.
 *
 * @param personal what links begin with that are somebody's own already: they leave as they are, since whoever looks at
 *     where a campaign's links lead must not find links that act in other people's names
 */
public record ShortForm(String base, Set<String> ownHosts, String personal, boolean tracking, boolean inFirstTexts) {
    static final String PATH = "/l/";
    private static final String SAMPLE = "Ab3dEf7h";

    /** Of an organization that has chosen nothing. */
    public static ShortForm usual(URI publicUrl) {
        return of(LinkSettings.USUAL, publicUrl);
    }

    static ShortForm of(LinkSettings settings, URI publicUrl) {
        var base = settings.host().map(host -> "https://" + host).orElse(publicUrl.toString()) + PATH;
        var rung = Optional.ofNullable(publicUrl.getHost()).orElse("");
        var own = settings.host().map(host -> Set.of(rung, host)).orElse(Set.of(rung));
        return new ShortForm(base, own, publicUrl + "/" + OwnLinks.PATH, settings.tracking(), settings.inFirstTexts());
    }

    /** How many characters a short link has. */
    public int length() {
        return base.length() + LinkCode.LENGTH;
    }

    /** A link as texts will carry one; empty where addresses leave as they are. */
    public String sample() {
        return tracking ? base + SAMPLE : "";
    }

    /** The words with a link of the right length where each address stands; unsafe addresses stay as they are. */
    public String shown(String words) {
        return tracking ? replaced(words, found -> base + SAMPLE) : words;
    }

    /** What is wrong with an address in these words, as a whole sentence; empty when they may be texted. */
    public Optional<Problem> trouble(String words, boolean firstText) {
        try {
            if (firstText) firstText(words);
            addresses(words);
            return Optional.empty();
        } catch (Problem.Invalid trouble) {
            return Optional.of(trouble);
        }
    }

    void firstText(String words) {
        if (!inFirstTexts && Found.anyIn(words)) throw new Problem.Invalid("text", "problem.link-first-text");
    }

    /** Every address, checked, in the order of the words. */
    List<WebAddress> addresses(String words) {
        Shorteners.in(words).ifPresent(host -> {
            throw WebAddress.shortener(host);
        });
        return foreign(words).stream().map(found -> checked(found.address())).toList();
    }

    private WebAddress checked(String written) {
        var address = rungsOwn(written);
        if (ownHosts.contains(address.host()) && address.under(PATH)) throw loop();
        return address;
    }

    /** A house at home has a name that only it knows, and its own links still have to be told from others. */
    private WebAddress rungsOwn(String written) {
        if (written.startsWith(base)) throw loop();
        return WebAddress.of(written);
    }

    static Problem.Invalid loop() {
        return new Problem.Invalid("text", "problem.link-loop");
    }

    private List<Found> foreign(String words) {
        return Found.in(words).stream()
                .filter(found -> !found.address().startsWith(personal))
                .toList();
    }

    String replaced(String words, Function<Found, String> by) {
        var all = foreign(words);
        if (all.isEmpty()) return words;
        var body = new StringBuilder();
        int at = 0;
        for (var found : all) {
            body.append(words, at, found.from()).append(by.apply(found));
            at = found.to();
        }
        return body.append(words, at, words.length()).toString();
    }
}
