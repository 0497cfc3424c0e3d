package org.rung.scripts;

import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;

/** What a script is written for, such as a campaign: the room that knows it tells as much as the studio needs. */
public interface Occasion {
    String name();

    /** As it stands in the studio's address. */
    String text();

    /** Where its screen lives. */
    String path();

    /** Some of its people, in a steady order, from after that one on. */
    List<Supporter> some(Actor actor, Optional<SupporterId> after, int most);

    /** Takes the script that was just written for it, if it still may. */
    void take(Actor actor, ScriptId scriptId);
}
