# Writes the reference values that SurvivalReferenceTest reads. Run from the project's root:
#   Rscript src/test/R/survival-reference.R
# Needs R with the package survival (Debian: r-base-core r-cran-survival). The tests need neither.
library(survival)

script <- "src/test/R/survival-reference.R"

write_reference <- function(name, data, about) {
  path <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  source_line <- sprintf("# source: R %s, survival %s, %s; script %s", getRversion(), packageVersion("survival"), about, script)
  for (column in names(data)) {
    if (is.numeric(data[[column]])) {
      data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
    }
  }
  connection <- file(path, "wb")
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n", na = "")
  close(connection)
}

# Who left when, and how: 0 censored, 1 event, 2 competing event, 3 competing event of a second kind. Times are cut so
# that there are ties.
rows <- function(time, kind, group = 1, cluster = seq_along(time)) {
  data.frame(group = as.integer(group), cluster = as.integer(cluster), time = as.integer(time), kind = as.integer(kind))
}
known <- !is.na(lung$ph.ecog)
set.seed(20261001)
many <- rows(
  time = rgeom(400, 0.12), kind = sample(0:3, 400, TRUE, c(.3, .4, .2, .1)), group = sample(1:5, 400, TRUE),
  cluster = sample(1:180, 400, TRUE)
)
sets <- list(
  aml = rows(aml$time, aml$status, as.integer(aml$x)),
  lung_ecog = rows(lung$time[known] %/% 30, lung$status[known] - 1, lung$ph.ecog[known] + 1),
  veteran_celltype = rows(veteran$time %/% 7, veteran$status, as.integer(veteran$celltype)),
  kidney = rows(kidney$time, kidney$status, kidney$sex, kidney$id),
  retinopathy = rows(retinopathy$futime %/% 3, retinopathy$status, retinopathy$trt + 1, retinopathy$id),
  rats = rows(rats$time, rats$status, rats$rx + 1, rats$litter),
  mgus2 = with(mgus2, rows(ifelse(pstat == 1, ptime, futime) %/% 6, ifelse(pstat == 1, 1, 2 * death), (sex == "M") + 1)),
  many_causes = many,
  one_event = rows(3, 1),
  one_censored = rows(3, 0),
  one_competing = rows(3, 2),
  all_censored = rows(c(1, 2, 2, 5), 0, c(1, 1, 2, 2)),
  all_at_once = rows(rep(4, 6), 1, c(1, 1, 1, 2, 2, 2), c(1, 1, 2, 3, 3, 4)),
  all_events = rows(c(1, 2, 2, 3, 4, 5, 5, 7), 1, c(1, 2, 1, 2, 1, 2, 1, 2), c(1, 1, 2, 2, 3, 3, 4, 4)),
  time_nought = rows(c(0, 0, 0, 2, 3, 3, 4), c(1, 0, 2, 1, 1, 3, 0), c(1, 2, 1, 2, 1, 2, 1), c(1, 1, 2, 2, 3, 3, 4)),
  one_in_a_group = rows(c(1, 3, 3, 4, 6, 8, 9), c(1, 1, 0, 1, 1, 0, 1), c(1, 2, 2, 2, 2, 3, 3)),
  group_gone_early = rows(c(1, 1, 5, 6, 7, 9), c(0, 0, 1, 1, 0, 1), c(1, 1, 2, 2, 3, 3)),
  one_cluster = rows(c(1, 2, 2, 4, 6), c(1, 0, 1, 1, 0), 1, 7)
)
write_reference(
  "survival-exits", do.call(rbind, lapply(names(sets), function(name) data.frame(set = name, sets[[name]]))),
  "data sets aml, lung, veteran, kidney, retinopathy, rats, mgus2 and made-up ones"
)

# A share that rounding alone keeps off 0 or 1 is 0 or 1.
inside <- function(share, value) ifelse(share > 1e-12 & share < 1 - 1e-12, value, NA)

curves <- do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]
  do.call(rbind, lapply(c("greenwood", "clustered"), function(variance) {
    fit <- if (variance == "greenwood") {
      survfit(Surv(time, kind == 1) ~ 1, set, conf.type = "log-log")
    } else {
      survfit(Surv(time, kind == 1) ~ 1, set, conf.type = "log-log", cluster = cluster)
    }
    s <- summary(fit, censored = TRUE)
    data.frame(
      set = name, variance = variance, time = s$time, at_risk = s$n.risk, events = s$n.event, survival = s$surv,
      standard_error = inside(s$surv, s$std.err), lower = inside(s$surv, s$lower), upper = inside(s$surv, s$upper)
    )
  }))
}))
write_reference("survival-curves", curves, "survfit with log-log limits, without and with cluster")

tests <- do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]
  if (length(unique(set$group)) < 2 || !any(set$kind == 1)) {
    return(NULL)
  }
  # Where all events come at once R stops at a singular matrix: there is nothing to test.
  test <- tryCatch(survdiff(Surv(time, kind == 1) ~ group, set), error = function(e) NULL)
  if (is.null(test)) {
    return(data.frame(set = name, observed = "", expected = "", chi_square = NA, df = NA, p = NA))
  }
  df <- sum(test$exp > 0) - 1
  chi_square <- test$chisq
  data.frame(
    set = name, observed = paste(test$obs, collapse = " "), expected = paste(sprintf("%.17g", test$exp), collapse = " "),
    chi_square = chi_square, df = ifelse(is.na(chi_square), NA, df),
    p = pchisq(chi_square, df, lower.tail = FALSE)
  )
}))
write_reference("log-rank-groups", tests, "survdiff")

# With several causes R sums influence over clusters only where they are given as cluster; the same is worked out from
# its influence here, and must agree.
incidence <- do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]
  if (!any(set$kind > 0)) {
    return(NULL)
  }
  set$cause <- factor(set$kind, 0:3)
  fit <- survfit(Surv(time, cause) ~ 1, set, conf.type = "log-log", influence = TRUE)
  do.call(rbind, lapply(c("single", "clustered"), function(variance) {
    by <- if (variance == "single") seq_len(nrow(set)) else set$cluster
    do.call(rbind, lapply(c("1", "2", "3"), function(cause) {
      column <- match(cause, fit$states)
      influence <- fit$influence.pstate
      influence <- if (length(dim(influence)) == 3) influence[, , column] else influence
      times <- fit$time
      u <- matrix(influence, nrow = nrow(set))
      if (ncol(u) == length(times) + 1) u <- u[, -1, drop = FALSE]
      se <- sqrt(colSums(rowsum(u, by)^2))
      share <- fit$pstate[, column]
      if (variance == "single") stopifnot(all.equal(se, fit$std.err[, column], tolerance = 1e-10))
      spread <- qnorm(.975) * se / (share * abs(log(share)))
      data.frame(
        set = name, variance = variance, cause = cause, time = times, share = share, standard_error = se,
        lower = inside(share, share^exp(spread)), upper = inside(share, share^exp(-spread))
      )
    }))
  }))
}))
single <- survfit(Surv(time, factor(kind, 0:3)) ~ 1, many, conf.type = "log-log")
ours <- subset(incidence, set == "many_causes" & variance == "single" & cause == "2")
stopifnot(all.equal(ours$lower, single$lower[, match("2", single$states)], tolerance = 1e-10))
incidence <- incidence[!(incidence$set %in% c("mgus2", "many_causes", "rats", "retinopathy")) | incidence$time %% 5 == 0, ]
write_reference("incidence-curves", incidence, "survfit of several causes, influence summed over clusters")
