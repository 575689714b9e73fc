-- What the test does in Neovim: it waits for findings, completes, renames and applies a fix.
local told = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function at(text)
  local row, column = unpack(vim.fn.searchpos(text, "w"))
  assert(row > 0, "no " .. text)
  vim.api.nvim_win_set_cursor(0, { row, column - 1 })
end

local function line(text)
  return vim.fn.search(text, "nw") > 0
end

local function main()
  vim.cmd("filetype on")
  dofile(vim.env.ARGMAP_TEST_SETTINGS)
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.ARGMAP_TEST_FILE))
  wait("the server", function() return #vim.lsp.get_active_clients() > 0 end)
  local client = vim.lsp.get_active_clients()[1].id
  wait("findings", function() return #vim.diagnostic.get(0) > 0 end)
  told.findings = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(told.findings, { one.lnum, one.col, one.message })
  end

  at("attacks: clos")
  vim.lsp.buf.hover()
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title == "Write `close`" then
        return choose(item)
      end
    end
    error("no such action")
  end
  at("clos$")
  vim.lsp.buf.code_action()
  wait("the fix", function() return line("attacks: close$") end)
  wait("no findings", function() return #vim.diagnostic.get(0) == 0 end)

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "    source: min" })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 14 })
  local parameters = vim.lsp.util.make_position_params()
  parameters.position.character = 15
  local answer = vim.lsp.buf_request_sync(0, "textDocument/completion", parameters, 20000)
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(answer[client].result, "min")
  told.completed = items[1].word
  vim.api.nvim_buf_set_lines(0, -2, -1, false, { "    source: " .. items[1].word .. ", p. 3" })

  at("id: close")
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_win_get_cursor(0)[1], 8 })
  vim.lsp.buf.rename("закрыть")
  wait("the new name", function() return line("attacks: закрыть$") and line("id: закрыть$") end)
  vim.cmd("write")

  vim.lsp.handlers["window/showMessage"] = function(_, message) told.lens = message.message end
  vim.lsp.codelens.refresh()
  at("id: закрыть")
  wait("lenses", function() return #vim.lsp.codelens.get(0) > 0 end)
  vim.lsp.codelens.run()
  wait("the place that the lens tells of", function() return told.lens end)
end

local done, problem = pcall(main)
told.problem = not done and tostring(problem) or nil
vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.ARGMAP_TEST_TOLD)
vim.cmd("qall!")
