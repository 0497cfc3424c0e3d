package org.rung.scripts;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.events.EventId;
import org.rung.events.ShiftId;

/** What an answer does besides its reply; data here, carried out by texting. */
public sealed interface Effect {
    record AddTag(String tag) implements Effect {
        public AddTag {
            tag = tag.strip();
            if (tag.isEmpty()) throw new Problem.Invalid("tag", "problem.tag-effect-empty");
            ScriptLimits.text("tag", tag, 60);
        }
    }

    record RecordAction(ActionType type) implements Effect {}

    /** A promise: what, and when it is due if that is known. */
    record Promise(AskFamily family, String title, Optional<Instant> due) implements Effect {
        public Promise {
            ScriptLimits.text("title", title, 160);
        }
    }

    /**
     * They come: they get a place, or one on the waiting list.
     *
     * @param shift without one, the next that is open when they answer
     * @param title what the event was called when it was chosen, for whoever reads the script
     */
    record Rsvp(EventId event, Optional<ShiftId> shift, String title) implements Effect {
        public Rsvp {
            ScriptLimits.text("title", title, 160);
        }
    }

    /** A no: nobody asks them for anything for a while. */
    record Decline() implements Effect {}

    record OptOut() implements Effect {}
}
