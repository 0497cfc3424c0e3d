package org.rung.media;

/** Why a file could not be fetched. */
public enum Trouble {
    /** The provider has it no more. */
    GONE,
    TOO_LARGE,
    /** It was not at the provider's own address, so nobody went there. */
    FOREIGN,
    /** The provider did not answer, or not with a file. */
    SILENT
}
