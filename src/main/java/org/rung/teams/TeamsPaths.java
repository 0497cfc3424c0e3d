package org.rung.teams;

/** Where the screens of this room live. */
public final class TeamsPaths {
    public static final String TEAMS = "teams";

    private TeamsPaths() {}

    public static String team(TeamId teamId) {
        return TEAMS + "/" + teamId.text();
    }
}
