package org.rung.crew.ui;

import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaigns;
import org.rung.live.TexterNotes;
import org.rung.teams.Teams;
import org.rung.texters.TermsOfTexters;
import org.springframework.stereotype.Component;

/** The front doors that the list of texters knocks at. */
@Component
record CrewDoors(
        TermsOfTexters terms,
        TexterNotes notes,
        Members members,
        Campaigns campaigns,
        Teams teams,
        SignedIn signedIn) {}
