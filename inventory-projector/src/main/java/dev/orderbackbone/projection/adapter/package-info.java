/**
 * The read models in PostgreSQL: tables of a version, the positions, the mart.
 *
 * <p>What is written for every order goes by COPY and by multi-row statements over plain JDBC, a batch at a time; bookkeeping goes through
 * Micronaut Data. All SQL is written once, with the schema of the version as a parameter.
 */
@NullMarked
package dev.orderbackbone.projection.adapter;

import org.jspecify.annotations.NullMarked;
