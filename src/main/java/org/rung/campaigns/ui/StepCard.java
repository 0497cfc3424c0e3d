package org.rung.campaigns.ui;

/** Draws the panel of one step. */
interface StepCard {
    Step step();

    void show(Scene scene);
}
