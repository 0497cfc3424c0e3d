package org.rung.tasks;

/** Which tasks to see. */
public enum TaskList {
    /** One's own open ones. */
    MINE,
    /** Everyone's open ones; needs to see people. */
    TEAM,
    /** Open, and their day has passed: everyone's for whoever sees people, else one's own. */
    OVERDUE,
    /** Done or dropped, the latest first: as above. */
    DONE
}
