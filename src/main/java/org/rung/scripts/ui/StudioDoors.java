package org.rung.scripts.ui;

import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.filters.SupporterList;
import org.rung.links.Links;
import org.rung.media.Pictures;
import org.rung.people.Supporters;
import org.rung.scripts.Occasions;
import org.rung.scripts.Readers;
import org.rung.scripts.Scripts;
import org.rung.scripts.TestTexts;
import org.rung.senders.Senders;
import org.springframework.stereotype.Component;

/** The front doors that the studio knocks at. */
@Component
record StudioDoors(
        Scripts scripts,
        Readers readers,
        Occasions occasions,
        SupporterList list,
        Members members,
        Supporters supporters,
        TestTexts tests,
        Senders senders,
        SignedIn signedIn,
        Labels labels,
        Links links,
        Pictures pictures) {}
