package org.rung.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.people.Address;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.scripts.MergeText;
import org.rung.scripts.MergeValues;
import org.rung.scripts.ScriptTree;
import org.springframework.stereotype.Service;

/** Practice for those who text. All that is stored is that a member went through it. */
@Service
public class Practices {
    private final Members members;
    private final Organizations organizations;
    private final OwnLinks links;
    private final Clock clock;

    Practices(Members members, Organizations organizations, OwnLinks links, Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.links = links;
        this.clock = clock;
    }

    /**
     * A new one, as often as one likes.
     *
     * @param script of the campaign one is going to text for; without a question nothing could be recorded, and an own one
     *     stands in
     * @param reader whose language invented people speak, unless the organization's script comes first
     * @throws Problem.Refused to those who text nobody
     */
    public Practice begin(Actor.Member actor, Optional<ScriptTree> script, Locale reader) {
        actor.must(Permission.TEXT);
        Organization here = organizations.get(actor.organization());
        String texter =
                members.names(actor.organization(), List.of(actor.memberId())).getOrDefault(actor.memberId(), "");
        Optional<ScriptTree> theirs = script.filter(tree -> tree.question().isPresent());
        Locale language = theirs.isPresent() ? Locale.forLanguageTag(here.language()) : reader;
        ScriptTree tree = theirs.orElseGet(() -> PracticeScript.own(language));
        PracticeVoice voice = new PracticeVoice(
                language,
                texter.strip().split(" ", 2)[0],
                here.optOutWords().isBlank()
                        ? Sentence.of("messaging.answer.stop", here.name()).in(language)
                        : here.optOutWords());
        // Nobody is invented a page to give on: the link is as long as a real one, and opens nothing.
        Map<String, String> linked =
                links.ready(actor.organization()) ? Map.of(MergeText.GIVE_LINK, links.sample()) : Map.of();
        return new Practice(Stream.of(Temper.values())
                .map(temper -> {
                    Supporter person = invented(temper, here);
                    return new PracticeTalk(
                            temper,
                            person,
                            new PracticeScript(
                                    tree, MergeValues.with(MergeValues.of(person, texter, here.name()), linked)),
                            voice);
                })
                .toList());
    }

    private Supporter invented(Temper temper, Organization here) {
        Instant now = clock.instant();
        return new Supporter(
                new SupporterId(temper.ordinal() + 1L),
                temper.firstName(),
                temper.lastName(),
                "",
                "",
                "",
                "",
                here.country(),
                Optional.of(here.zone()),
                here.language(),
                "",
                Address.NONE,
                List.of(new PhoneNumber(temper.phone())),
                List.of(),
                Map.of(),
                now,
                now);
    }

    /** Whether this member went through it once. */
    public boolean done(Actor.Member actor) {
        return members.hasPractised(actor);
    }

    /** This member went through it. */
    public void finished(Actor.Member actor) {
        actor.must(Permission.TEXT);
        members.practised(actor);
    }
}
