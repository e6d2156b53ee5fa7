/**
 * The operators' pages as programs: what stands in their {@code sh} blocks is run as it stands there, and what they say that it prints is compared
 * with what it printed. So a page cannot tell operators what does not work.
 *
 * <p>ORDER_ID, PLACE, FILE, FOLDER, AGE and TIME stand for something that the reader of the page knows, and its test, too. A command that does not end with 0 says so behind it: {@code # exit code 1}. A block without a language shows what the last command before it
 * prints: each of its lines is there, in this order, where a word with a digit stands for any other such word, and {@code ...} for anything.
 */
@NullMarked
package dev.orderbackbone.acceptance.runbook;

import org.jspecify.annotations.NullMarked;
