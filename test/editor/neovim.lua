-- Neovim's own LSP client against `seaworthy lsp --stdio`. Written for 0.7 (Debian 12); newer versions run it too.
-- Neovim before 0.10 does not pull diagnostics, so this also tests that the server pushes to such a client.
-- Prints `plan N` at the end, so that a lost line is noticed.
local failed = false
local steps = 0

local function step(name, run)
  steps = steps + 1
  if failed then
    io.stdout:write("\nnot ok " .. name .. ": not reached\n")
    return
  end
  local started = vim.loop.hrtime()
  local ok, reason = pcall(run)
  failed = not ok
  local verdict = ok and ("ok " .. name) or ("not ok " .. name .. ": " .. tostring(reason):gsub("\n", " | "))
  -- Neovim's own messages end without a line feed.
  io.stdout:write("\n" .. verdict .. "\t" .. math.floor((vim.loop.hrtime() - started) / 1e6) .. "\n")
end

local function wait(what, condition)
  assert(vim.wait(15000, condition, 20), "not within 15 s: " .. what)
end

-- The findings of a buffer as "rule@line", in order.
local function shown(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
    table.insert(found, tostring(diagnostic.code or lsp.code) .. "@" .. (diagnostic.lnum + 1))
  end
  table.sort(found)
  return table.concat(found, " ")
end

local function expect(buffer, wanted)
  wait(wanted .. ", shown: " .. shown(buffer), function() return shown(buffer) == wanted end)
end

local client, id
local function open(name)
  vim.cmd("edit " .. name)
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = "python"
  id = id or vim.lsp.start_client({
    name = "seaworthy",
    cmd = { os.getenv("SEAWORTHY_NODE"), os.getenv("SEAWORTHY_CLI"), "lsp", "--stdio" },
    root_dir = vim.fn.getcwd(),
  })
  assert(id and vim.lsp.buf_attach_client(buffer, id), "the client attaches")
  wait("the server initialises", function()
    client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end)
  return buffer
end

local function request(buffer, method, params)
  local answer = client.request_sync(method, params, 10000, buffer)
  assert(answer and not answer.err, method .. " answers: " .. vim.inspect(answer))
  return answer.result
end

local function at(buffer, line, column)
  return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = column } }
end

local script
step("findings arrive by push", function()
  script = open("customers.py")
  expect(script, "nan-comparison@8 unverified-tls@12")
end)

step("the quick fix repairs the line", function()
  local diagnostic = vim.tbl_filter(function(candidate) return candidate.lnum == 7 end, vim.diagnostic.get(script))[1]
  local range = { start = { line = 7, character = diagnostic.col }, ["end"] = { line = 7, character = diagnostic.end_col } }
  local actions = request(script, "textDocument/codeAction", {
    textDocument = vim.lsp.util.make_text_document_params(script),
    range = range,
    context = { diagnostics = { { range = range, source = "seaworthy", code = "nan-comparison", message = diagnostic.message } } },
  })
  local fix = vim.tbl_filter(function(action) return action.isPreferred and action.edit end, actions)[1]
  assert(fix, "a preferred fix with an edit: " .. vim.inspect(vim.tbl_map(function(action) return action.title end, actions)))
  vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
  local line = vim.api.nvim_buf_get_lines(script, 7, 8, false)[1]
  assert(line == '    return customers[customers["age"].isna()]', "the line is " .. line)
  expect(script, "unverified-tls@12")
end)

step("the fix survives saving", function()
  vim.cmd("write")
  local text = table.concat(vim.fn.readfile("customers.py"), "\n")
  assert(text:find('customers["age"].isna()', 1, true), "the file is repaired")
end)

local features
step("an unknown feature is reported", function()
  features = open("scoring.py")
  expect(features, "unknown-feature@7")
end)

step("feature names complete", function()
  local line = vim.api.nvim_buf_get_lines(features, 6, 7, false)[1]
  local _, colon = line:find("customer_usage:", 1, true)
  local labels
  wait("completions", function()
    local answer = request(features, "textDocument/completion", at(features, 6, colon))
    labels = vim.tbl_map(function(item) return item.label end, answer and (answer.items or answer) or {})
    return #labels > 0
  end)
  assert(table.concat(labels, " "):find("data_gb_30d", 1, true), "labels: " .. table.concat(labels, " "))
end)

step("hover describes a feature", function()
  local line = vim.api.nvim_buf_get_lines(features, 6, 7, false)[1]
  local _, stop = line:find("customer_usage:minutes", 1, true)
  local hover = request(features, "textDocument/hover", at(features, 6, stop))
  assert(vim.inspect(hover):find("Minutes called in the last 30 days", 1, true), vim.inspect(hover))
end)

step("the server stops when asked", function()
  vim.lsp.stop_client(id)
  wait("the client is gone", function() return vim.lsp.get_client_by_id(id) == nil end)
end)

io.stdout:write("\nplan " .. steps .. "\n")
vim.cmd(failed and "cquit 1" or "qall!")
