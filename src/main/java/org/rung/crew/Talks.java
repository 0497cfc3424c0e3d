package org.rung.crew;

import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.live.Audience;
import org.rung.live.TexterNotes;
import org.rung.texting.Vettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A kind word to somebody new about the first texts that they sent. */
@Service
public class Talks {
    private final TexterNotes notes;
    private final Vettings vettings;

    Talks(TexterNotes notes, Vettings vettings) {
        this.notes = notes;
        this.vettings = vettings;
    }

    /** They read it at home; in the queue it says that somebody has talked to them, and they go on waiting. */
    @Transactional
    public void say(Actor actor, MemberId texter, String words) {
        vettings.talked(actor, texter);
        notes.tell(actor, new Audience.One(texter), words);
    }
}
