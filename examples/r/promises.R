# What was promised, and what was reached. Base R; reads an export with one row for each figure:
#   npx zhibiao observations query --distinct --format csv --output figures.csv
#   Rscript examples/r/promises.R figures.csv promises.pdf
arguments <- commandArgs(trailingOnly = TRUE)
figures <- read.csv(
  if (length(arguments) > 0) arguments[1] else "figures.csv",
  fileEncoding = "UTF-8-BOM", na.strings = "", colClasses = c(adcode = "character")
)

# `from` is set for a part of a year; `scope` narrows a figure, `basis` names another comparison than with the year before.
of_a_year <- subset(figures, is.na(from) & year == year_to & is.na(scope) & is.na(basis))
growth <- subset(of_a_year, code == "gdp" & measure == "growth")
pairs <- merge(
  subset(growth, kind == "target"), subset(growth, kind == "actual"),
  by = c("adcode", "region", "year_to"), suffixes = c("_target", "_actual")
)
pairs <- pairs[order(pairs$year_to, pairs$region), ]
print(pairs[, c("region", "year_to", "bound_target", "value_target", "value_actual")], row.names = FALSE)

pdf(if (length(arguments) > 1) arguments[2] else "promises.pdf", family = "GB1", width = 7, height = 2 + 0.3 * nrow(pairs))
rows <- seq_len(nrow(pairs))
plot(
  range(c(pairs$value_target, pairs$value_actual)), range(c(rows, rows + 1)),
  type = "n", yaxt = "n", xlab = "%", ylab = ""
)
segments(pairs$value_target, rows, pairs$value_actual, rows, col = "grey")
points(pairs$value_target, rows, pch = 1)
points(pairs$value_actual, rows, pch = 19)
axis(2, rows, paste(pairs$region, pairs$year_to), las = 1)
invisible(dev.off())
