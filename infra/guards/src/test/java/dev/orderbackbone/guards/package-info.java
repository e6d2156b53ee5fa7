/**
 * The walls between modules and rooms, checked on the classes of every module.
 *
 * <p>{@link dev.orderbackbone.guards.Boundaries} holds the rules. They are written for any root package, so that the
 * same rules run twice: on the project, where they must find nothing, and on {@code wrong}, a small copy of the
 * layout in which every rule is broken on purpose, where each must find its example.
 */
@NullMarked
package dev.orderbackbone.guards;

import org.jspecify.annotations.NullMarked;
